// The engines in JavaScript: each builds an index of all entries as text to be kept, and opens such a text to be asked.
// `search(kind, language, words)` gives the titles of the best ten entries; see ../engines/__init__.py for the kinds.
import { create, insert, load, save, search } from "@orama/orama";
import lunr from "lunr";
import MiniSearch from "minisearch";

const LANGUAGES = ["nl", "en", "uk", "ru"];
const BEST = 10;
const words = (text) => text.split(" ");

const OPTIONS = {
  idField: "key",
  fields: LANGUAGES,
  storeFields: ["title"],
  tokenize: words,
  processTerm: (term) => term,
};

const minisearch = {
  build(entries) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(entries.map(({ key, title, texts }) => ({ key, title, ...texts })));
    return JSON.stringify(index);
  },
  open(text) {
    const index = MiniSearch.loadJSON(text, OPTIONS);
    const how = {
      terms: {},
      prefix: { prefix: (_term, place, all) => place === all.length - 1 },
      typo: { fuzzy: 1 },
    };
    return (kind, language, asked) =>
      index
        .search(asked.join(" "), { fields: [language], ...how[kind] })
        .slice(0, BEST)
        .map((hit) => hit.title);
  },
};

// Its own tokenizers know one alphabet each; the words are folded already.
const tokenizer = { language: "english", normalizationCache: new Map(), tokenize: words };
const empty = () =>
  create({
    schema: { title: "string", ...Object.fromEntries(LANGUAGES.map((language) => [language, "string"])) },
    components: { tokenizer },
  });

const orama = {
  build(entries) {
    const index = empty();
    for (const { key, title, texts } of entries) insert(index, { id: key, title, ...texts });
    return JSON.stringify(save(index));
  },
  open(text) {
    const index = empty();
    load(index, JSON.parse(text));
    return (kind, language, asked) =>
      search(index, {
        term: asked.join(" "),
        properties: [language],
        limit: BEST,
        tolerance: kind === "typo" ? 1 : 0,
      }).hits.map((hit) => hit.document.title);
  },
};

lunr.tokenizer.separator = / /;
const { wildcard } = lunr.Query;

const lunrEngine = {
  build(entries) {
    const builder = new lunr.Builder();
    builder.ref("key");
    for (const language of LANGUAGES) builder.field(language);
    for (const { key, texts } of entries) builder.add({ key, ...texts });
    const titles = entries.map(({ key, title }) => [key, title]);
    return JSON.stringify({ index: builder.build(), titles });
  },
  open(text) {
    const kept = JSON.parse(text);
    const index = lunr.Index.load(kept.index);
    const titles = new Map(kept.titles);
    const how = { terms: {}, prefix: { wildcard: wildcard.TRAILING }, typo: { editDistance: 1 } };
    return (kind, language, asked) =>
      index
        .query((query) =>
          asked.forEach((word, place) => {
            const options = place === asked.length - 1 ? how[kind] : {};
            query.term(word, { fields: [language], usePipeline: false, ...options });
          }),
        )
        .slice(0, BEST)
        .map((hit) => titles.get(hit.ref));
  },
};

export const ENGINES = { minisearch, orama, lunr: lunrEngine };
