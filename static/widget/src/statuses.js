/** What a failed question comes back with: an HTTP status, or one of ours. (Without imports, as limits.js.) */

/** Failures that have no HTTP status. */
export const UNREACHABLE = 0;
export const TOO_LATE = 1;

export const TOO_MANY_REQUESTS = 429;
/** From here on the fault is the server's; below, it is what was asked (RFC 9110, section 15). */
export const SERVER_FAULT = 500;
