/**
 * Terecht on a municipality's page: `<terecht-search municipality="borger-odoorn">`.
 *
 * The way through, in reading order; imports run downwards only:
 *
 *   terecht     defines the element
 *   element     the life cycle of <terecht-search>
 *   ways_in     other tags that become a widget
 *   widget      the main flow: a question in, an answer, a zero or a failure out
 *   form        label, field, button, language switch
 *   search      fetch, abort, timeout; knows nothing of the page
 *   answer      the place where an outcome appears
 *   outcome     what a question comes to: waiting, nothing found, no answer (failure, help)
 *   results     an answer as a heading and a list (result, contacts, suggestion)
 *   status      what a screen reader hears
 *   words       the catalogue, plurals, dates, names of languages
 *   highlight, contrast, dom, timers, cyrillic, widget.css
 */
import { TerechtSearch } from "./element.js";
import { openWays } from "./ways_in.js";
import { createWidget } from "./widget.js";

const NAME = "terecht-search";

// Two snippets on one page load the script twice; a name can be defined once only.
if (!customElements.get(NAME)) {
  customElements.define(NAME, TerechtSearch);
  openWays((box) => box.shadowRoot || createWidget(box));
}
