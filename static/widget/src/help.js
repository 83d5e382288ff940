/** The way on where there is no answer: a dead end is the one thing a reader must not meet. */
import { element } from "./dom.js";
import { contactList } from "./contacts.js";

/** Phone links that the webmaster put inside the element: known without any answer of the server. */
export const ownNumbers = (host) =>
  [...host.querySelectorAll('a[href^="tel:"]')].map(({ textContent, href }) => ({
    channel: "phone",
    value: textContent,
    href,
  }));

/** Nothing, when there is nobody to name. */
export const help = (contacts, words, opened) =>
  contacts.length > 0 && [element("p", {}, words.t("Or get in touch:")), contactList(contacts, words, opened)];
