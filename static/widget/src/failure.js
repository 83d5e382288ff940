/** Why there is no answer, in words that say what to do; the extras know more of them (more/refusal.js). */
import { SERVER_FAULT, TOO_LATE, TOO_MANY_REQUESTS } from "./statuses.js";

export const explain = (failure, { t }) => {
  if (failure === TOO_LATE) return t("No answer came in time.");
  // A server that is down or at fault, or that refuses the page's origin: nothing is wrong at the reader's side.
  if (navigator.onLine) return t("The search is not available now.");
  return t("No connection. Check your internet.");
};

/** Whether the server has judged the question, so that the same one again comes to the same. */
export const refused = (failure) => failure > TOO_LATE && failure < SERVER_FAULT && failure !== TOO_MANY_REQUESTS;
