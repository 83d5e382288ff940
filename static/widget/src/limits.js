/** How long, how many. (A module without imports: esbuild writes such constants where they are used.) */

/** A reader who pauses this long has typed a word: fewer half words leave the page. */
export const TYPING_PAUSE_MS = 250;
/** A quick answer should not flash "Searching…" first. */
export const PATIENCE_MS = 300;
export const SLOW_MS = 3000;
/** Longer than any answer should take on a slow phone network; shorter than patience. */
export const TIMEOUT_MS = 8000;
/** A count does not talk through the echo of the keys (GOV.UK's accessible-autocomplete waits 1.4 s). */
export const COUNT_PAUSE_MS = 1200;
/** One letter is no question yet while typing; Enter asks it all the same. */
export const MIN_LETTERS = 2;
/** The server takes no longer question (widget_server/search/request.py). */
export const MAX_LETTERS = 200;
/** 365 days: after a year without a check, a reader should ask before travelling. */
export const STALE_MS = 31536e6;
