/** The question: label, field, button and language switch. Knows nothing of searching. */
import { element } from "./dom.js";
import { MAX_LETTERS } from "./limits.js";
import { LANGUAGES, nameOf } from "./words.js";

/**
 * `title` replaces the usual label. `typed()` follows each change of the field, `asked()` Enter or the button, `chosen(language)` the switch.
 * Gives the form's node, its input, and `retranslate(words)`.
 */
export const createForm = ({ title, typed, asked, chosen }) => {
  const label = element("label", { part: "label", for: "q", id: "l" });
  const hint = element("small", { id: "h" });
  const button = element("button", { part: "button" });
  const input = element("input", {
    part: "input",
    id: "q",
    type: "search",
    maxlength: MAX_LETTERS,
    autocomplete: "off",
    enterkeyhint: "search",
    "aria-describedby": "h",
    input: typed,
  });
  const languages = element("div", { part: "languages", role: "group" },
    LANGUAGES.map((code) => element("button", { type: "button", lang: code, click: () => chosen(code) }, nameOf(code))),
  );

  const clear = () => {
    input.value = "";
    typed();
  };
  const node = element("form", {
    part: "form",
    role: "search",
    "aria-labelledby": "l",
    submit: (event) => {
      event.preventDefault();
      asked();
    },
    keydown: ({ key }) => key === "Escape" && clear(),
  }, label, element("div", { part: "field" }, input, button), hint, languages);

  const retranslate = ({ language, t }) => {
    label.textContent = title || t("What are you looking for?");
    button.textContent = t("Search");
    hint.textContent = t("Answers appear as you type.");
    languages.setAttribute("aria-label", t("Language"));
    for (const choice of languages.children) choice.setAttribute("aria-pressed", choice.lang === language);
  };

  return { node, input, retranslate };
};
