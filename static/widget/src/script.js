/** Where the script came from: only readable while a classic script runs for the first time. */

// Absolute, whatever <base href> says.
export const SCRIPT = document.currentScript?.src || location.href;
