/** One answer: its text in its own language, whom to turn to, and how far to trust it. */
import { element, fill } from "./dom.js";
import { contactList } from "./contacts.js";
import { highlight } from "./highlight.js";
import { STALE_MS } from "./limits.js";

/** `level` is that of the title as a heading; `opened(channel)` is called when a reader follows a link. */
export const resultItem = (result, { api, level, words, opened }) => {
  const { language, url, title, summary, excerpt, highlights, contacts } = result;
  const passage = (text, spans) => text && element("p", { dir: "auto" }, highlight(text, spans));
  return element("li", { part: "result", lang: language, dir: "auto" },
    element(`h${level}`, { part: "title", dir: "auto" },
      element("a", { href: api + url, click: () => opened("page") }, highlight(title, highlights.title)),
    ),
    language !== words.language &&
      element("span", { part: "language", lang: words.language }, words.languages([language])),
    passage(summary, highlights.summary),
    passage(excerpt, highlights.excerpt),
    contactList(contacts, words, opened),
    provenance(result, words),
  );
};

const provenance = ({ sources, verifiedOn }, { language, t, date }) => {
  return element("p", { part: "source", lang: language },
    sources.map((source) => [
      // Sources are told as they are called: municipalities and ministries publish in Dutch.
      fill(t("Source: %s"), element(source.url ? "a" : "span", { href: source.url, lang: "nl", dir: "auto" }, source.title, ", ", source.publisher)),
      `, ${date(source.date)} · `,
    ]),
    fill(t("Checked on %s"), date(verifiedOn)),
    Date.now() - new Date(verifiedOn) > STALE_MS && element("strong", { part: "stale" }, t("May be out of date. Check first.")),
  );
};
