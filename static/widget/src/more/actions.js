/** What to do with an answer: read on in place, copy, share, print, say that it is wrong. */

/** How long a button says that it has done what was asked. */
const DONE_MS = 3000;

/** Adds them to each result of the page that is shown. */
export const addActions = (context, words) => {
  const { root, question } = context;
  root.querySelectorAll("[part=result]").forEach((item, index) => {
    const result = question.page.results[index];
    item.querySelectorAll("[href^=mailto]").forEach((link) => breakBeforeAt(link, context));
    item.append(actions(item, result, index + 1, context, words));
  });
};

/** A long mail address breaks before its "@" rather than anywhere. */
const breakBeforeAt = (link, { element }) =>
  link.replaceChildren(...link.textContent.split(/(?=@)/).flatMap((piece) => [element("wbr"), piece]));

const actions = (item, result, position, context, words) => {
  const { root, api, question, opened, element } = context;
  const { t, language } = words;
  // Whole, whatever <base href> says: behind a proxy `api` is a path, and this is sent to people elsewhere.
  const address = new URL(api + result.url, location).href;
  const action = (channel, label, act) =>
    element("button", {
      part: "action",
      type: "button",
      click: ({ currentTarget }) => {
        act(currentTarget, label);
        opened(channel, position);
      },
    }, label);

  const say = (text) => (root.querySelector("[role=status]").textContent = text);
  let done;
  const copy = async (button, label, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return showAddress();
    }
    button.textContent = say(t("Copied"));
    clearTimeout(done);
    done = setTimeout(() => (button.textContent = label), DONE_MS);
  };
  const share = async (button, label) => {
    if (!navigator.share) return copy(button, label, address);
    try {
      await navigator.share({ title: result.title, url: address });
    } catch (fault) {
      // Who closes the system's menu has changed their mind: nothing to tell.
      if (fault.name !== "AbortError") copy(button, label, address);
    }
  };
  /** Where the browser hands nothing on, the reader can: one click or tap selects the whole address. */
  const byHand = element("p", { part: "address", lang: language });
  const showAddress = () => {
    byHand.replaceChildren(say(t("Copy this address:")), " ", element("span", { dir: "ltr" }, address));
    item.append(byHand);
  };

  const reading = element("div", { part: "body", lang: result.language, dir: "auto", id: `b${position}` });
  let body;
  const read = async (button) => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", !open);
    reading.hidden = open;
    if (open) return;
    try {
      // Asked once, however often the reader clicks meanwhile.
      reading.replaceChildren(...(await (body ??= paragraphs())));
    } catch {
      body = undefined;
      location.assign(address);
    }
  };
  const paragraphs = async () => {
    const { municipality } = question.page;
    const fields = new URLSearchParams({ lang: result.language, municipality });
    const response = await fetch(`${api}/api/v1/entries/${result.id}?${fields}`, { credentials: "omit" });
    return (await response.json()).body.map((text) => element("p", {}, text));
  };
  const print = () => {
    item.classList.add("printed");
    addEventListener("afterprint", () => item.classList.remove("printed"), { once: true });
    window.print();
  };

  const more = result.hasBody && action("read", t("Read more"), read);
  if (more) {
    more.setAttribute("aria-expanded", false);
    item.querySelector("[part=contacts]").before(reading);
  }
  // A page without TLS has no clipboard. A frame has one that refuses, where the page around it does not allow it.
  const clipboard = navigator.clipboard;
  const mail = `mailto:${result.owner}?${mailFields(result.title, address)}`;
  return element("div", { part: "actions", lang: language },
    more,
    clipboard && action("copy", t("Copy"), (button, label) => copy(button, label, asText(result, address))),
    (clipboard || navigator.share) && action("share", t("Share"), share),
    action("print", t("Print"), print),
    result.owner && element("a", { part: "action", href: mail, click: () => opened("report", position) }, t("Is this wrong?")),
  );
};

/** Spaces as %20: mail programs show the "+" of a form as it is. */
const mailFields = (subject, body) => `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

/** An answer as someone would send it on. */
const asText = ({ title, summary, contacts }, address) =>
  [
    title,
    summary,
    ...contacts.map(({ label, value, hours }) => [label, value, hours?.text].filter((fact) => fact).join(", ")),
    address,
  ].join("\n");
