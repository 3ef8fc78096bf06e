/** Characters of XML 1.0: which may occur at all, and how the rest are written. */

/** What XML 1.0 cannot hold, not even escaped: most control characters, U+FFFE, U+FFFF, lone surrogates. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Index of the first character that XML cannot hold, or -1. */
export function firstForbidden(text: string): number {
  const found = text.search(FORBIDDEN);
  if (found >= 0 || text.isWellFormed()) return found;
  return text.search(/\p{Surrogate}/u);
}

/** Text as element content; a carriage return is written as a reference, or XML would make it a line feed. */
export function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}
