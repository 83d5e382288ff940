/** The element: its life cycle. docs/widget.md lists its attributes. */
import { createWidget } from "./widget.js";

export class TerechtSearch extends HTMLElement {
  connectedCallback() {
    // An element that is moved connects again: it keeps what it shows, and goes on with what it was doing.
    if (this.shadowRoot) this.shadowRoot.dispatchEvent(new Event("moved"));
    else createWidget(this);
  }

  disconnectedCallback() {
    this.connectedCallback();
  }
}
