/** What was understood instead of what was typed, with one click to have it otherwise. */
import { element, fill } from "./dom.js";

/** `ask(text, exact)` searches again; `exact` switches the repair of misspelt words off. */
export const suggestion = ({ query, suggestion: understood }, { t }, ask) =>
  understood &&
  element("p", { part: "suggestion" },
    fill(t("Answers for %s."), element("b", { dir: "auto" }, understood.text)),
    " ",
    element("button", { part: "choice", type: "button", click: () => ask(query, true) },
      fill(t("Search for %s instead"), query),
    ),
  );
