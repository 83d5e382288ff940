/** The question in the address of the page (`?terecht=`): to keep, to send on, to come back to. Off by default. */

const QUESTION = "terecht";
const TOPIC = "terecht-topic";

/** Follows the address, and lets it follow. */
export const followAddress = ({ host, root, question, ask }) => {
  const field = root.querySelector("input");

  const read = () => {
    const said = new URL(location).searchParams;
    const text = said.get(QUESTION) ?? "";
    const topic = said.get(TOPIC) ?? undefined;
    if (question.limit && text === question.text && topic === question.topic) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    question.topic = topic;
    if (text || topic) ask(text);
  };

  const write = () => {
    const url = new URL(location);
    const before = url.searchParams.get(QUESTION);
    put(url, QUESTION, question.text);
    put(url, TOPIC, question.topic);
    if (url.href === location.href) return;
    // Someone who types on has one question: Back does not go through its letters.
    const same = before && (question.text.startsWith(before) || before.startsWith(question.text));
    history[same ? "replaceState" : "pushState"](history.state, "", url);
  };

  host.addEventListener("terecht:search", write);
  addEventListener("popstate", read);
  read();
};

const put = (url, name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
