/** What a reader may want besides an answer: terecht-more.js, fetched after the first action. */
import { element } from "./dom.js";
import { INTEGRITY } from "./integrity.js";
import { PINNED, SCRIPT } from "./script.js";

const MORE = new URL("terecht-more.js", SCRIPT).href;

/**
 * Fetches the extras and gives them `context`. Where they do not come, the widget is as it was.
 *
 * A preload is what a browser holds against a hash; import() alone is not. Both are free of Trusted Types,
 * which forbid a script element, and import() takes what was preloaded: one request.
 * Apple's engine checks no hash here (WebKitGTK 2.50), so that a page with pins has to do without.
 */
export const loadExtras = (context) =>
  (PINNED && navigator.vendor[0] === "A") ||
  context.root.append(
    element("link", {
      rel: "modulepreload",
      href: MORE,
      integrity: INTEGRITY,
      load: async () => (await import(MORE)).extend(context),
    }),
  );
