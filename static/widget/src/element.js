/** The element: its attributes and its life cycle. docs/widget.md lists the attributes. */
import { createWidget } from "./widget.js";

// Only readable while a classic script runs for the first time. It is absolute, whatever <base href> says.
const SCRIPT_ORIGIN = new URL(document.currentScript?.src || location.href).origin;

export class TerechtSearch extends HTMLElement {
  static observedAttributes = ["lang"];

  #widget;

  connectedCallback() {
    // An element that is moved connects again: it keeps what it shows.
    this.#widget ??= createWidget(this, SCRIPT_ORIGIN);
  }

  disconnectedCallback() {
    this.#widget.stop();
  }

  attributeChangedCallback() {
    this.#widget?.retranslate();
  }
}
