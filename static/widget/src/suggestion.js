/** What was understood instead of what was typed, with one click to have it otherwise. */
import { element, fill } from "./dom.js";

/** `ask(text, exact)` searches again; `exact` switches the repair of misspelt words off. */
export const suggestion = ({ query, suggestion: understood }, { t }, ask) => {
  if (!understood) return;
  const { text, applied } = understood;
  const choice = (content, wanted, exact) =>
    element("button", { part: "choice", type: "button", click: () => ask(wanted, exact) }, content);
  return element("p", { part: "suggestion" },
    applied
      ? [
          fill(t("Answers for %s."), element("b", { dir: "auto" }, text)),
          " ",
          choice(fill(t("Search for %s instead"), query), query, true),
        ]
      : fill(t("Did you mean %s?"), choice(text, text)),
  );
};
