/** What a server that will not answer means by it: why, in words that say what to do. */
import { refused } from "../failure.js";
import { TOO_MANY_REQUESTS } from "../statuses.js";

/** Gives the words for `failure`, or nothing where the widget's own say it. */
export const refusal = (failure, { t }) => {
  if (failure === TOO_MANY_REQUESTS) return t("Too many questions. Wait a moment.");
  // The same words come to the same: too long, unreadable, or taken for an attack by what stands before the server.
  if (refused(failure)) return t("That did not work. Type your question in other words.");
};

/** What failed before these words were here, or before it was known whom to turn to, is told anew. */
export const tellAgain = ({ root, question, fail }) => {
  if (question.failure && root.querySelector("[part=notice]")) fail(question.failure);
};
