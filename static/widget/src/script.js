/** The script itself, as the page loads it: only readable while a classic script runs for the first time. */

const { src, integrity } = document.currentScript || {};

// Absolute, whatever <base href> says.
export const SCRIPT = src || location.href;
/** Set where the page holds the script against a hash. */
export const PINNED = integrity;
