/** Why there is no answer, in words that say what to do. */
import { TOO_LATE, TOO_MANY_REQUESTS } from "./statuses.js";

export const explain = (failure, { t }) => {
  if (failure === TOO_MANY_REQUESTS) return t("Too many questions. Wait a moment.");
  if (failure === TOO_LATE) return t("No answer came in time.");
  if (failure) return t("Something went wrong.");
  // A server that is down, or that refuses the page's origin: nothing is wrong at the reader's side.
  if (navigator.onLine) return t("The search is not available now.");
  return t("No connection. Check your internet.");
};
