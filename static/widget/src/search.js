/** Asking the server. Knows nothing of the page. */
import { TIMEOUT_MS } from "./limits.js";
import { TOO_LATE, UNREACHABLE } from "./statuses.js";

/**
 * A client for one widget: a new question aborts the one before.
 *
 * `search` gives `{page}`, or `{failure}` (an HTTP status, UNREACHABLE or TOO_LATE), or undefined for a
 * question that was superseded: its answer, early or late, is nobody's any more.
 */
export const createClient = () => {
  let running;

  const stop = () => running?.abort();

  const search = async (url, fields) => {
    stop();
    const mine = (running = new AbortController());
    let page;
    let failure = UNREACHABLE;
    const timer = setTimeout(() => {
      failure = TOO_LATE;
      mine.abort();
    }, TIMEOUT_MS);
    try {
      // A form in the body: a question may hold personal data, and addresses end up in logs.
      // This content type needs no preflight, so one question is one request.
      const response = await fetch(url, {
        method: "POST",
        body: new URLSearchParams(fields),
        credentials: "omit",
        signal: mine.signal,
      });
      if (response.ok) page = await response.json();
      else {
        // For who put the widget on the page: the problem names each wrong attribute (docs/api.md).
        console.error(await response.text());
        failure = response.status;
      }
    } catch {
      // No network, aborted, or no JSON (the page of a hotel's Wi-Fi): `failure` says which.
    }
    clearTimeout(timer);
    if (failure || !mine.signal.aborted) return { page, failure };
  };

  return { search, stop };
};
