/** Topics, audiences and questions: looking around without typing. Open while nothing is asked, folded above an answer. */
import { createQuestions } from "./questions.js";

/** Each with the words of a reader who is one. */
const audiencesOf = (t) => ({
  helper: t("I want to help"),
  refugee: t("I am looking for help"),
  // In quotes, or build.py would shorten it with the `host` of the context.
  "host": t("I host people"),
  professional: t("I ask as a professional"),
});

/** Gives `retranslate(words)`, `answered()` for when an answer has come, and `draw()` for a topic chosen elsewhere. */
export const createChoices = (context) => {
  const { root, api, attribute, question, ask, element } = context;
  const form = root.querySelector("form");
  const field = form.querySelector("input");
  const summary = element("summary");
  const audiences = element("div", { part: "audiences", role: "group" });
  const topics = element("ul", { part: "topics" });
  const named = element("span");
  const questions = createQuestions(context, (title) => pick(title));
  const node = element("details", { part: "choices" }, summary, audiences, topics, questions.node);
  let words;
  let known = [];

  const choice = (part, label, name, value, choose, ...more) =>
    element("button", { part, type: "button", "aria-pressed": question[name] === value, click: choose }, label, ...more);

  /** What the topic and the audience that were chosen are called. */
  const label = () => {
    const [topic] = known.filter(({ slug }) => slug === question.topic);
    return [topic?.label[words.language], audiencesOf(words.t)[question.audience]].filter((name) => name).join(", ");
  };
  const draw = () => {
    const { t, language } = words;
    const names = audiencesOf(t);
    summary.textContent = [t("Topics"), label()].filter((name) => name).join(": ");
    audiences.setAttribute("aria-label", t("Who are you?"));
    audiences.replaceChildren(...Object.keys(names).map((audience) =>
      choice("audience", names[audience], "audience", audience, () => chooseAudience(audience)),
    ));
    audiences.hidden = attribute("audience");
    topics.replaceChildren(...known.map(({ slug, label, entries }) =>
      element("li", {}, choice("topic", label[language], "topic", slug, () => chooseTopic(slug),
        !question.audience && [" ", element("small", {}, entries)])),
    ));
  };

  const chooseTopic = (slug) => {
    question.topic = question.topic === slug ? undefined : slug;
    field.value = "";
    choose();
  };
  const chooseAudience = (audience) => {
    question.audience = question.audience === audience ? undefined : audience;
    questions.show(words);
    choose();
  };
  const pick = (title) => {
    summary.focus();
    field.value = title;
    question.topic = undefined;
    ask(title);
  };
  const choose = () => {
    // The button that was pressed is about to be drawn anew, or folded away.
    summary.focus();
    draw();
    const text = field.value.trim();
    if (text || question.topic || question.audience) ask(text);
    else clear();
  };
  const clear = () => {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** What is typed is asked of everything: a reader who starts anew means no topic. */
  const typed = () => {
    question.topic = undefined;
    node.open = !field.value.trim();
    draw();
  };

  const answered = () => {
    node.open = false;
    nameChoice();
  };
  /** Says above an answer, or where there is none, what was chosen; the names of topics may come later than that. */
  const nameChoice = () => {
    const chosen = label();
    if (!chosen) return;
    root.querySelector("[part=heading]")?.prepend(named);
    named.textContent = `${chosen}: `;
    const asked = root.querySelector("[part=notice] b");
    if (asked && !question.text) asked.textContent = chosen;
  };

  const load = async () => {
    if (attribute("topic")) return;
    const response = await fetch(`${api}/api/v1/municipalities/${attribute("municipality")}`, { credentials: "omit" });
    known = (await response.json()).topics ?? [];
    draw();
    if (question.above) nameChoice();
  };

  question.label = label;
  form.addEventListener("input", typed);
  // Escape empties the field inside the form, and nowhere else (WCAG 2.1.4).
  form.addEventListener("keydown", ({ key }) => key === "Escape" && typed());
  form.after(node);
  node.open = !question.above && !field.value.trim();
  // Without topics there are the audiences, and the field above all.
  load().catch(() => {});

  const retranslate = (spoken) => {
    words = spoken;
    draw();
    questions.show(words);
  };
  return { retranslate, answered, draw };
};
