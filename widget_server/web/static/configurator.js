/**
 * /webmasters while somebody chooses: what depends on the choice is taken from the page as the server would show it,
 * so that every snippet and figure is made in one place. Without this script the form's own button does the same.
 */
(() => {
  // A colour that is being dragged changes with every pixel.
  const PAUSE_MS = 200;
  const form = document.getElementById("choice");
  let asked = new XMLHttpRequest();
  let pause;

  const show = (page) => {
    for (const here of document.querySelectorAll("[data-live]")) {
      const there = page.getElementById(here.id);
      // What stays the same is left alone: a frame would load again, a status be read out again.
      if (!here.isEqualNode(there)) here.replaceChildren(...there.childNodes);
    }
  };

  const ask = () => {
    asked.abort();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    // Unlike DOMParser it gives a document under Trusted Types.
    asked = new XMLHttpRequest();
    asked.responseType = "document";
    asked.onload = () => {
      if (asked.status !== 200) return;
      show(asked.response);
      history.replaceState(null, "", address);
    };
    asked.open("GET", address);
    asked.send();
  };

  const copy = async ({ dataset, nextElementSibling: status }) => {
    await navigator.clipboard.writeText(document.getElementById(dataset.copy).textContent);
    status.textContent = form.dataset.copied;
  };

  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE_MS);
  });
  // Browsers offer the clipboard to pages with TLS, and to those of the own machine.
  if (navigator.clipboard) document.documentElement.classList.add("can-copy");
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copy]");
    if (button) copy(button);
  });
})();
