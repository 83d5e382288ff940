/** On a municipality's page: lets each frame of ours be as high as what is in it. docs/embedding.md */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${home}/`));

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home || data?.type !== "terecht:height" || !Number.isInteger(data.height)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    // Through the object model a strict style-src allows it.
    if (frame) frame.style.height = `${data.height}px`;
  });

  for (const frame of frames()) frame.contentWindow.postMessage({ type: "terecht:height?" }, home);
})();
