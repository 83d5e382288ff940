/** Ukrainian and Russian as ASCII: the bundle survives a page or a server that names no charset, and is smaller. */

// A letter is carried as a sign of one byte: А-я (U+0410-044F) as @ to DEL, and ё є і ї (U+0451-0457) as digits.
// Measured: 100 bytes less in brotli than UTF-8, 280 less than \u escapes. catalogue.py writes this code.
const FROM_SIGN = 0x410 - 0x40;
const FROM_DIGIT = 0x450 - 0x30;

export const cyrillic = (signs) =>
  signs.replace(/[0-9@-\x7f]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt() + (sign < "@" ? FROM_DIGIT : FROM_SIGN)),
  );
