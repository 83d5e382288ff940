/** What a screen reader hears (WCAG 4.1.3). Both regions exist, empty, before anything is said in them. */
import { element } from "./dom.js";

/** `say` waits for its turn, `alert` interrupts; `quiet` empties both, so that the same words are heard again. */
export const createStatus = () => {
  const polite = element("p", { role: "status", class: "heard" });
  const urgent = element("p", { role: "alert", class: "heard" });
  const say = (text) => (polite.textContent = text);
  const alert = (text) => (urgent.textContent = text);
  const quiet = () => say(alert(""));
  return { nodes: [polite, urgent], say, alert, quiet };
};
