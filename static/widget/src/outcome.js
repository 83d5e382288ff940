/** What a question can come to, as nodes: waiting, results, zero, failure. */
import { element, fill } from "./dom.js";
import { help } from "./help.js";
import { suggestion } from "./suggestion.js";

export const waiting = (text) => element("p", { part: "waiting" }, text);

const notice = (...content) => element("header", {}, element("p", { part: "notice" }, content));

/** Nothing found: says where was looked, and whom to ask instead. */
export const nothingFound = (page, { words, ask, opened }) => [
  notice(fill(words.t("Nothing found for %s."), element("b", { dir: "auto" }, page.query))),
  suggestion(page, words, ask),
  element("p", {}, fill(words.t("Searched in: %s."), words.languages(page.searchedLanguages))),
  help(page.fallback.contacts, words, opened),
];

/** No answer: says why, and offers another try, where it may help, and a person. */
export const noAnswer = (why, contacts, { words, retry, opened }) => [
  notice(why),
  retry && element("button", { part: "button", type: "button", click: retry }, words.t("Try again")),
  help(contacts, words, opened),
];

/** Below the results, as long as there are more of them. */
export const moreAnswers = (more, words) =>
  element("button", { part: "button", type: "button", click: more }, words.t("More answers"));
