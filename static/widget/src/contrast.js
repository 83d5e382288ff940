/**
 * The contrast guard: whatever colours the page's theme gives, text stays readable.
 *
 * Of 36 published themes 5 have an unreadable primary button, 8 an invisible border (docs/widget.md). The style
 * sheet leaves each colour of the theme in a property of `theme` that paints nothing, as `color(xyz x y z)`, whose
 * y is the relative luminance of WCAG. A browser without that notation gives NaN, and NaN is never too low.
 */

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for borders. Ink is asked more, so that its softer shade passes 1.4.3 too. */
const INK = 7;
const TEXT = 4.5;
const BORDER = 3;
/** Light scattered by the screen, in WCAG's definition of the contrast ratio. */
const FLARE = 0.05;

/** Marks on `widget` the colours of `theme` that are too weak; the style sheet replaces what is marked. */
export const guardContrast = (theme, widget) => {
  const style = getComputedStyle(theme);
  const light = (property) => +style[property].split(" ")[2] + FLARE;
  const weak = (minimum, one, other) => {
    const ratio = light(one) / light(other);
    return ratio < minimum && 1 / ratio < minimum;
  };
  const page = "backgroundColor";
  const ink = weak(INK, "color", page);
  widget.classList.toggle("ink", ink);
  widget.classList.toggle("link", ink || weak(TEXT, "outlineColor", page));
  widget.classList.toggle("edge", ink || weak(BORDER, "columnRuleColor", page));
  widget.classList.toggle("do", weak(TEXT, "borderTopColor", "textDecorationColor"));
};
