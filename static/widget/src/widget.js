/** The main flow: a question in; an answer, a zero or a failure out. Never an old answer under a new question. */
import { createAnswer } from "./answer.js";
import { guardContrast } from "./contrast.js";
import { element } from "./dom.js";
import { loadExtras } from "./extras.js";
import { explain, refused } from "./failure.js";
import { createForm } from "./form.js";
import { ownNumbers } from "./help.js";
import { COUNT_PAUSE_MS, MIN_LETTERS, PATIENCE_MS, SLOW_MS, TYPING_PAUSE_MS } from "./limits.js";
import { moreAnswers, noAnswer, nothingFound, waiting } from "./outcome.js";
import { resultList } from "./results.js";
import { SCRIPT } from "./script.js";
import { createClient } from "./search.js";
import { createStatus } from "./status.js";
import { sheet } from "./styles.js";
import { createTimers } from "./timers.js";
import { createWords, spoken } from "./words.js";

/** Attributes of the element that go to the server as they are. */
const FILTERS = ["municipality", "audience", "topic", "kind"];

/** Fills the shadow of `host`, and follows its `lang`. "moved" on the shadow root tells that `host` came or went. */
export const createWidget = (host) => {
  const attribute = (name) => host.getAttribute(name) || host.getAttribute(`data-${name}`);
  // No data-api: who may write no script into a page must not bring in the answers of another server.
  const api = host.getAttribute("api") || new URL(SCRIPT).origin;
  const root = host.attachShadow({ mode: "open" });
  const client = createClient();
  const timers = createTimers();
  const status = createStatus();
  const answer = createAnswer();
  /**
   * What is asked: text, exact, above (the results that those to come go below; 0: nothing is asked), the filters
   * that a reader chose; the page or the failure that came; contacts, whom to turn to.
   * The extras add contacts before any page came, label() for these filters and refusal(failure), in words.
   */
  const question = { text: "" };
  let words;

  const stop = () => {
    timers.cancel();
    client.stop();
    status.quiet();
  };
  const said = () => form.input.value.trim();
  const typed = () => {
    stop();
    const text = said();
    if (text.length < MIN_LETTERS) {
      question.above = 0;
      answer.collapse();
      return;
    }
    answer.empty();
    timers.later(TYPING_PAUSE_MS, () => ask(text));
  };
  const submitted = () => {
    const text = said();
    if (text) ask(text);
  };
  const ask = async (text, exact, above = []) => {
    stop();
    Object.assign(question, { text, exact, above });
    if (!above.length) answer.empty();
    const searching = words.t("Searching…");
    timers.later(PATIENCE_MS, () => put(waiting(searching)));
    timers.later(SLOW_MS, () => status.say(searching));
    const fields = [
      ["lang", words.language],
      ["q", text],
      ["offset", above.length],
      ["exact", exact],
      ...FILTERS.map((name) => [name, question[name] ?? attribute(name)]),
    ].filter(([, value]) => value);
    const outcome = await client.search(`${api}/api/v1/search`, fields);
    if (!outcome) return;
    stop();
    question.failure = outcome.failure;
    if (outcome.page) present(outcome.page);
    else fail(outcome.failure);
  };

  const present = (page) => {
    const { total, results } = page;
    question.page = page;
    results.unshift(...question.above);
    // Who chose a topic typed nothing: its name stands for the question.
    page.query ||= question.label?.();
    question.contacts = page.fallback.contacts;
    if (total) {
      const level = +/^[1-5]$/.exec(attribute("heading-level")) || 2;
      answer.show(resultList(page, { api, level, words, ask: askFrom, opened }));
      if (total > results.length) answer.below(moreAnswers(() => again(results), words));
      timers.later(COUNT_PAUSE_MS, () => status.say(answer.spoken()));
    } else {
      answer.show(nothingFound(page, { words, ask: askFrom, opened }));
      status.alert(answer.spoken());
    }
    tell("search", { total, shown: results.length, language: words.language });
  };

  /** Shows what comes instead of results; those that a reader has already stay above it. */
  const put = (...nodes) => (question.above.length ? answer.below(nodes) : answer.show(nodes));
  const fail = (failure) => {
    const why = question.refusal?.(failure) ?? explain(failure, words);
    put(noAnswer(why, question.contacts?.length ? question.contacts : ownNumbers(host), {
      retry: !refused(failure) && (() => again(question.above)),
      opened,
      words,
    }));
    status.alert(why);
  };

  /** Asks on behalf of a button inside the answer, which goes away: focus stays in its place. */
  const askFrom = (text, exact, above) => {
    form.input.value = text;
    answer.node.focus({ preventScroll: true });
    ask(text, exact, above);
  };
  const again = (above) => askFrom(question.text, question.exact, above);

  /** Tells the host page: counts and channels, never what was typed. */
  const tell = (name, detail) => host.dispatchEvent(new CustomEvent(`terecht:${name}`, { bubbles: true, detail }));
  const opened = (channel, position) => tell("result", { channel, position });

  const form = createForm({
    title: attribute("label"),
    typed,
    asked: submitted,
    chosen: (language) => (host.lang = language),
  });
  const page = element("div", { part: "widget" }, form.node, status.nodes, answer.node);
  const guard = () => guardContrast(theme, page);
  const theme = element("div", { part: "theme", transitionend: guard }, page);

  /** What was taken off the page asks nothing any more; back on a page it catches up with the language. */
  const live = () => {
    if (!host.isConnected) return stop();
    const language = spoken(attribute("lang") || host.closest("[lang]")?.lang);
    if (language !== page.lang) retranslate(language);
  };
  const retranslate = (language) => {
    words = createWords(language);
    page.lang = language;
    form.retranslate(words);
    // What stands in the field may be newer than the question: a reader who types on, and changes the language.
    if (question.above) ask(said(), said() === question.text && question.exact);
  };

  const extend = () => loadExtras({ host, root, api, attribute, question, ask, fail, opened, element, createWords });

  root.adoptedStyleSheets = [sheet];
  root.append(theme);
  guard();
  takeOver(host, form.input);
  live();
  // An observer is its node's, and goes with it.
  new MutationObserver(live).observe(host, { attributeFilter: ["lang"] });
  root.addEventListener("moved", live);
  root.addEventListener("focusin", extend, { once: true });
  // Who follows a link to an answer has acted.
  if (/[?&]terecht(-topic)?=/.test(location.search)) extend();
};

/** What a reader typed in the plain form before the script arrived is not lost, nor is their place. */
const takeOver = (host, input) => {
  const plain = host.querySelector("[name=q]");
  if (!plain) return;
  input.value = plain.value;
  if (plain === document.activeElement) input.focus();
};
