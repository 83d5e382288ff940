/**
 * For editors that strip tags they do not know: what they leave standing becomes a widget.
 *
 *   <div data-terecht data-municipality="borger-odoorn" data-lang="nl">…</div>
 *   <a class="terecht" href="https://terecht.example/borger-odoorn/search?lang=nl">…</a>
 *
 * Both stay as what shows without the script: the contents of the one, the other itself.
 */
import { element } from "./dom.js";

/** Calls `mount(box)` for what stands on the page, and for what comes later. */
export const openWays = (mount) => {
  const upgrade = () => {
    document.querySelectorAll("a.terecht").forEach(wrap);
    document.querySelectorAll("[data-terecht]").forEach((box) => {
      try {
        mount(box);
      } catch (fault) {
        // A table, a list, a link and most others take no shadow (DOM, "attach a shadow root"): it is told once,
        // to who put it there, and stays what it is.
        console.error("data-terecht needs a <div>:", box, fault);
        delete box.dataset.terecht;
      }
    });
  };
  new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
  upgrade();
};

const wrap = (link) => {
  const said = new URLSearchParams(link.search);
  const box = element("div", {
    "data-terecht": "",
    // Of each page that the server has for it: the search, the frame, the short address (the one in a QR code).
    "data-municipality": link.pathname.split("/")[1],
    "data-audience": said.get("audience"),
    lang: said.get("lang"),
  });
  link.className = "";
  link.replaceWith(box);
  box.append(link);
};
