/** The style sheet, made once for all widgets of a page. Constructed sheets need no `style-src` of the host. */
import css from "./widget.css";

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
