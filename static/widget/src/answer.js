/** The place of the answer: empties itself without letting the page jump. */
import { element } from "./dom.js";

/** Gives the node, `show(...nodes)`, `empty()`, `collapse()` and `spoken()`. */
export const createAnswer = () => {
  // Focus may rest here when the button that had it goes away with the old answer.
  const node = element("section", { part: "answer", tabindex: -1 });
  // A property of the style object, unlike a style attribute, needs no `style-src` of the page.
  const reserve = (height) => (node.style.minHeight = `${height}px`);

  const collapse = () => {
    node.replaceChildren();
    reserve(0);
  };
  /** What the host page holds below stays where it is until there is something new to show. */
  const empty = () => {
    reserve(node.offsetHeight);
    node.replaceChildren();
  };
  const show = (...children) => {
    collapse();
    node.append(element("div", {}, children));
  };

  /** What of the answer is read out: its heading or notice, and what was understood instead of the question. */
  const spoken = () => node.querySelector("header").innerText;

  return { node, show, empty, collapse, spoken };
};
