/** Marking what matched. */
import { element } from "./dom.js";

/**
 * `text` as texts and <mark> elements.
 *
 * `spans` are half-open ranges of code points, in order, without overlap. Code points, not the UTF-16
 * units of JavaScript: an emoji before a match would shift it otherwise.
 */
export const highlight = (text, spans) => {
  const letters = [...text];
  let end = 0;
  const pieces = spans.map(([from, to]) => {
    const before = letters.slice(end, from).join("");
    end = to;
    return [before, element("mark", {}, letters.slice(from, to).join(""))];
  });
  return [pieces, letters.slice(end).join("")];
};
