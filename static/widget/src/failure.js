/** Why there is no answer, in words that say what to do. */
import { TOO_LATE, TOO_MANY_REQUESTS } from "./statuses.js";

export const explain = (failure, { t }) => {
  if (failure === TOO_MANY_REQUESTS) return t("Too many questions. Wait a moment.");
  if (failure >= 500) return t("Something went wrong.");
  if (failure >= 400) return t("Something went wrong.") + " " + t("Try other words.");
  if (failure === TOO_LATE) return t("No answer came in time.");
  return t("No connection. Check your internet.");
};
