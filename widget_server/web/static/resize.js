/** On a municipality's page: lets each frame of ours be as high as what is in it. docs/embedding.md */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${home}/`));

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home || data?.type !== "terecht:height" || !Number.isInteger(data.height)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    // Through the object model a strict style-src allows it. The height is that of what is inside, without a border.
    frame.style.boxSizing = "content-box";
    frame.style.height = `${data.height}px`;
  });

  for (const frame of frames()) frame.contentWindow.postMessage({ type: "terecht:height?" }, home);
})();
