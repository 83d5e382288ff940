/** The element: its life cycle. docs/widget.md lists its attributes. */
import { createWidget } from "./widget.js";

export class TerechtSearch extends HTMLElement {
  #stop;

  connectedCallback() {
    // An element that is moved connects again: it keeps what it shows.
    this.#stop ??= createWidget(this);
  }

  disconnectedCallback() {
    this.#stop();
  }
}
