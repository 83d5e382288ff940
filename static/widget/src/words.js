/** The words of the interface in one language; `catalogue.js` is made by build.py from locales/. */
import { catalogue } from "./catalogue.js";

export const LANGUAGES = Object.keys(catalogue);

/** The language of `tag` ("nl-NL" -> "nl"), or Dutch, the municipality's own, for one that we do not speak. */
export const spoken = (tag = "") => {
  const code = tag.slice(0, 2).toLowerCase();
  return LANGUAGES.includes(code) ? code : "nl";
};

/** The name of the language `code`, in that language itself or in another. */
export const nameOf = (code, language = code) => new Intl.DisplayNames(language, { type: "language" }).of(code);

/**
 * Words, plurals, dates and names for `language`; the extras bring texts of their own.
 *
 * Sources call `t("Search")` and `n("%d answer", "%d answers", count)`. build.py replaces the texts by their
 * place in the catalogue: English is carried once, as a translation like the others.
 */
export const createWords = (language, texts = catalogue) => {
  const lines = texts[language].split("+");
  const plurals = new Intl.PluralRules(language);
  const t = (index) => lines[index];

  // gettext orders the forms as one, few, many (uk, ru) or one, other (nl, en): what is neither one nor few is last.
  const n = (index, count) =>
    t(index).split("*").at(["one", "few"].indexOf(plurals.select(count))).replace("#", count);

  const list = (items) => new Intl.ListFormat(language).format(items);
  const languages = (codes) => list(codes.map((code) => nameOf(code, language)));

  /** `iso` is as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. A day has no time zone: UTC in, UTC out. */
  const date = (iso) =>
    new Date(iso).toLocaleDateString(language, {
      year: "numeric",
      month: iso[4] && "long",
      day: iso[7] && "numeric",
      timeZone: "UTC",
    });

  return { language, t, n, list, languages, date };
};
