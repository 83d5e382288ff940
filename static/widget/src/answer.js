/** The place of the answer: empties itself without letting the page jump. */
import { element } from "./dom.js";

/** Gives the node, `show(...nodes)`, `below(...nodes)`, `empty()`, `collapse()` and `spoken()`. */
export const createAnswer = () => {
  // Focus may rest here when the button that had it goes away with the old answer.
  const node = element("section", { part: "answer", tabindex: -1 });
  const collapse = (height = 0) => {
    node.replaceChildren();
    // A property of the style object, unlike a style attribute, needs no `style-src` of the page.
    node.style.minHeight = `${height}px`;
  };
  /** What the host page holds below stays where it is until there is something new to show. */
  const empty = () => collapse(node.offsetHeight);
  /** Below what is shown, in the place of what was added before. */
  const below = (...children) => {
    node.children[1]?.remove();
    node.append(element("div", {}, children));
  };
  const show = (...children) => {
    collapse();
    below(children);
  };

  /** What of the answer is read out: its heading or notice, and what was understood instead of the question. */
  const spoken = () => node.querySelector("header").innerText;

  return { node, show, below, empty, collapse, spoken };
};
