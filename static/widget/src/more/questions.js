/** Questions to begin with: the first that the server would show, for readers who would rather pick than type. */

const SHOWN = 5;

/** `pick(title)` asks one. Gives the node, and `show(words)` for a language and for whoever the reader is by then. */
export const createQuestions = ({ host, api, question, element }, pick) => {
  const attribute = (name) => host.getAttribute(name) || host.getAttribute(`data-${name}`);
  const title = element("p", { id: "n" });
  const list = element("ul", { part: "questions", "aria-labelledby": "n" });
  const node = element("div", { hidden: "" }, title, list);
  let wanted;

  const fields = (language) =>
    new URLSearchParams(
      [
        ["kind", "faq"],
        ["limit", SHOWN],
        ["lang", language],
        ["municipality", attribute("municipality")],
        ["audience", question.audience || attribute("audience")],
        ["topic", attribute("topic")],
      ].filter(([, value]) => value),
    );

  const show = async ({ t, language }) => {
    title.textContent = t("Questions");
    // Nothing that the reader typed: an address, which caches may keep.
    const url = (wanted = `${api}/api/v1/search?${fields(language)}`);
    const { results } = await (await fetch(url, { credentials: "omit" })).json();
    // The reader may have gone on to another language meanwhile.
    if (url !== wanted) return;
    node.hidden = !results.length;
    list.replaceChildren(...results.map(({ title: text, language: spoken }) =>
      element("li", {},
        element("button", { part: "question", type: "button", lang: spoken, dir: "auto", click: () => pick(text) }, text)),
    ));
  };

  return { node, show: (words) => show(words).catch(() => {}) };
};
