/** What a failed question comes back with: an HTTP status, or one of ours. (Without imports, as limits.js.) */

/** Failures that have no HTTP status. */
export const UNREACHABLE = 0;
export const TOO_LATE = 1;

export const TOO_MANY_REQUESTS = 429;
