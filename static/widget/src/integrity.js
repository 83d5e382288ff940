export const INTEGRITY = "sha256-oDE/O4ZgckJv9IdORvOYZaDfaKZ9iqZL0WqKlaycABk=";
