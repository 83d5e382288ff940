/** An answer as a heading and a list: results hold links, so they are no listbox (ARIA APG, "Listbox"). */
import { element } from "./dom.js";
import { resultItem } from "./result.js";
import { suggestion } from "./suggestion.js";

/** `ask` searches again, `opened(channel, position)` tells of a link followed. */
export const resultList = (page, { api, level, words, ask, opened }) => [
  element("header", {},
    element(`h${level}`, { part: "heading" }, words.n("%d answer", "%d answers", page.total)),
    suggestion(page, words, ask),
  ),
  element("ol", { part: "list" },
    page.results.map((result, index) =>
      resultItem(result, { api, level: level + 1, words, opened: (channel) => opened(channel, index + 1) }),
    ),
  ),
];
