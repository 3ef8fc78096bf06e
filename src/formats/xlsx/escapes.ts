/** `_xHHHH_` escapes: how OOXML strings hold what XML cannot (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Decodes the escapes. A text whose escapes give NUL or half a character is left as it stands. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  const decoded = text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded.isWellFormed() && !decoded.includes('\0') ? decoded : text;
}

/** Escapes the underscore of anything that would be taken for an escape. */
export function encodeEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}
