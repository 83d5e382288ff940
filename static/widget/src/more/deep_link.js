/** The question in the address of the page (`?terecht=`): to keep, to send on, to come back to. Off by default. */

const QUESTION = "terecht";
const TOPIC = "terecht-topic";

/** Follows the address, and lets it follow; `draw()` shows the topic that it says. */
export const followAddress = ({ host, root, question, ask }, draw) => {
  const field = root.querySelector("input");

  /** What the address said when it was last read or written: nothing, to begin with. */
  let known = { text: "", topic: undefined };

  const read = () => {
    const said = new URL(location).searchParams;
    const text = said.get(QUESTION) ?? "";
    const topic = said.get(TOPIC) ?? undefined;
    // A jump to "#x" is a `popstate` too, and says nothing new: what is being typed stays.
    if (text === known.text && topic === known.topic) return;
    known = { text, topic };
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    question.topic = topic;
    draw();
    if (text || topic) ask(text);
  };

  const write = () => {
    const { text, topic } = question;
    const url = new URL(location);
    const before = url.searchParams.get(QUESTION);
    put(url, QUESTION, text);
    put(url, TOPIC, topic);
    known = { text, topic };
    if (url.href === location.href) return;
    // Someone who types on has one question: Back does not go through its letters. A topic has no letters.
    const same = before && text && (text.startsWith(before) || before.startsWith(text));
    history[same ? "replaceState" : "pushState"](history.state, "", url);
  };

  /** Back and Forward are followed as long as the widget stands on the page; the window would hold on to it for ever. */
  const live = () => {
    if (!host.isConnected) return removeEventListener("popstate", live);
    addEventListener("popstate", live);
    read();
  };

  host.addEventListener("terecht:search", write);
  root.addEventListener("moved", live);
  live();
};

const put = (url, name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
