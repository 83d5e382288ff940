/**
 * The extras of a widget, fetched after the reader's first action: topics and audiences to choose from, what to do
 * with an answer, a link to a question. They hold on to what the widget shows and to its event; it does not know them.
 *
 *   more        gives a widget its extras
 *   choices     topics and audiences, to look around without typing
 *   questions   questions to begin with
 *   actions     read on, copy, share, print, report
 *   refusal     why the server will not answer
 *   deep_link   the question in the address of the page
 *   more.css    their looks, the icons, what is printed
 */
import { addActions } from "./actions.js";
import { catalogue } from "./catalogue.js";
import { createChoices } from "./choices.js";
import { followAddress } from "./deep_link.js";
import css from "./more.css";
import { refusal, tellAgain } from "./refusal.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Who asked for more answers, and has not gone elsewhere meanwhile, goes on with the first of them. */
const goOn = ({ root, question: { above } }) => {
  const waits = above.length && root.activeElement?.matches("section");
  if (waits) root.querySelectorAll("[part=title] a")[above.length]?.focus();
};

/** `context` is what widget.js hands over: its host, root, question, and how to ask, to tell and to build. */
export const extend = (context) => {
  const { host, root, question, createWords } = context;
  if (root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets.push(sheet);

  const widget = root.querySelector("[part=widget]");
  const words = () => createWords(widget.lang, catalogue);
  const choices = createChoices(context);
  const retranslate = () => choices.retranslate(words());
  const answered = () => {
    choices.answered();
    addActions(context, words());
    goOn(context);
  };

  question.refusal = (failure) => refusal(failure, words());
  retranslate();
  // Goes with its node, as the listeners do: nothing here outlives the widget.
  new MutationObserver(retranslate).observe(widget, { attributeFilter: ["lang"] });
  host.addEventListener("terecht:search", answered);
  if (host.matches("[deep-link],[data-deep-link]")) followAddress(context, choices.draw);
  // The answer may have been quicker than these extras, or the failure.
  if (question.page && question.above) answered();
  tellAgain(context);
};
