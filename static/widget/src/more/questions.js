/** Questions to begin with: the first that the server would show, for readers who would rather pick than type. */

import { tellAgain } from "./refusal.js";

const SHOWN = 5;

/** `pick(title)` asks one. Gives the node, and `show(words)` for a language and for whoever the reader is by then. */
export const createQuestions = (context, pick) => {
  const { api, attribute, question, element } = context;
  const title = element("p", { id: "n" });
  const list = element("ul", { part: "questions", "aria-labelledby": "n" });
  const node = element("div", { hidden: "" }, title, list);
  let wanted;

  const fields = (language) =>
    new URLSearchParams(
      [
        ["kind", "faq"],
        ["limit", SHOWN],
        ["lang", language],
        ["municipality", attribute("municipality")],
        ["audience", question.audience || attribute("audience")],
        ["topic", attribute("topic")],
      ].filter(([, value]) => value),
    );

  /** Whom to turn to comes with every answer, and so before the reader's own first question is refused. */
  const meet = ({ contacts }) => {
    const unknown = !question.contacts;
    question.contacts = contacts;
    if (unknown) tellAgain(context);
  };

  const show = async ({ t, language }) => {
    title.textContent = t("Questions");
    // Nothing that the reader typed: an address, which caches may keep.
    const url = (wanted = `${api}/api/v1/search?${fields(language)}`);
    const { results, fallback } = await (await fetch(url, { credentials: "omit" })).json();
    // The reader may have gone on to another language meanwhile.
    if (url !== wanted) return;
    meet(fallback);
    node.hidden = !results.length;
    list.replaceChildren(...results.map(({ title: text, language: spoken }) =>
      element("li", {},
        element("button", { part: "question", type: "button", lang: spoken, dir: "auto", click: () => pick(text) }, text)),
    ));
  };

  return { node, show: (words) => show(words).catch(() => {}) };
};
