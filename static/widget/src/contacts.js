/** Contact points: what to click, and when and for whom it is. */
import { element } from "./dom.js";

/** `opened(channel)` is called when a reader follows the link. */
export const contactList = (contacts, words, opened) =>
  element("ul", { part: "contacts", lang: words.language },
    contacts.map((contact) =>
      element("li", { part: "contact" },
        element("i", { class: contact.channel }),
        element("div", {}, link(contact, opened), facts(contact, words)),
      ),
    ),
  );

const link = ({ channel, label, value, href }, opened) => [
  label && element("span", { dir: "auto" }, label),
  // The value stays readable: it is dictated, written down and printed as well as clicked.
  element(href ? "a" : "b", { href, dir: "auto", click: () => opened(channel) },
    channel === "whatsapp" && "WhatsApp ",
    value,
  ),
];

const facts = ({ hours, languages, regions, audience, access }, { t, list, languages: names }) => {
  const open = hours?.openNow;
  return [
    open != null &&
      element("span", { part: open ? "open" : "closed" }, open ? t("Available now") : t("Not available now")),
    element("small", {},
      [
        hours?.text,
        languages?.length && names(languages),
        regions?.length && list(regions),
        audience?.includes("professional") && t("for professionals"),
        access === "login" && t("you must log in"),
      ].filter((fact) => fact).join(" · "),
    ),
  ];
};
