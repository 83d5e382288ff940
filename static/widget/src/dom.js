/** Building nodes. Text becomes text nodes, so that Trusted Types has nothing to forbid. */

/**
 * An element with attributes and children.
 *
 * Of the attributes, null and undefined are left out, and a function becomes a listener.
 * Children may be nodes, texts and nested arrays of these; what is falsy is left out.
 */
export const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat(9).filter((child) => child));
  return node;
};

/** `text` with `inserts` in the places of its `$` (`%s` in the catalogue), as a list of texts and nodes. */
export const fill = (text, ...inserts) =>
  text.split("$").flatMap((piece, index) => (index ? [inserts[index - 1], piece] : [piece]));
