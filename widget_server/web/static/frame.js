/** Inside a frame: tells the page around it how high this one is, so that there is no second scroll bar (docs/embedding.md). */
(() => {
  if (parent === window) return;
  const here = document.documentElement;
  const allowed = `${location.origin} ${document.currentScript.dataset.origins}`.trim().split(" ");
  // Where a browser does not say who frames us (Firefox), each is told: one that is not there gets nothing.
  const framer = location.ancestorOrigins?.[0];
  const targets = allowed.filter((origin) => !framer || origin === framer);

  const tell = () => {
    const height = Math.ceil(here.getBoundingClientRect().height);
    for (const origin of targets) parent.postMessage({ type: "terecht:height", height }, origin);
  };

  new ResizeObserver(tell).observe(here);
  // Scripts on both sides load when they like: whoever came late asks.
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "terecht:height?") tell();
  });
})();
