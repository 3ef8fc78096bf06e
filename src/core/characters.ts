/** Characters that must not, or had better not, stand in names and other texts (RULE-613, RULE-614). */

/** One character or sequence found in a text. */
export interface Found {
  /** As it stands in the text. */
  readonly text: string;
  /** 1-based position, counted in characters (code points), not UTF-16 units. */
  readonly position: number;
  /** `U+4E00` of its first character. */
  readonly label: string;
}

/** `U+E000`, at least four digits. */
export function codePointLabel(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** U+FFFD or half a surrogate pair: a character was certainly lost on the way. */
const BROKEN = /[\uFFFD]|\p{Surrogate}/gu;
/** What systems put in place of a character they cannot write: `?` half and full width, U+25A1, U+3013, U+FF0A. */
const SUBSTITUTE = /[?\uFF1F\u25A1\u3013\uFF0A]/gu;
/** C0 and C1 controls, zero-width characters, byte order mark, direction marks. */
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;
const PRIVATE_USE = /\p{Co}/gu;
/** A browser's way of sending a character its form could not encode: `&#134071;`, `&#x20BB7;`. */
const NUMERIC_REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu;
/** Ideographic description: a character spelt out by its parts. */
const DESCRIPTION = /[\u2FF0-\u2FFF\u31EF]/gu;
/**
 * Everything expected in a name: ideographs of the blocks of RULE-613, U+3007 and U+3005, Latin letters and
 * their marks, middle dots, blanks, and the punctuation of foreign names.
 */
const NOT_IN_NAMES = new RegExp(
  '[^\\u4E00-\\u9FFF\\u3400-\\u4DBF\\u{20000}-\\u{2A6DF}\\u{2A700}-\\u{2EBEF}\\u{2EBF0}-\\u{2EE5F}\\u{30000}-\\u{323AF}'
  + '\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}\\u3005\\u3007\\p{Script=Latin}\\p{M}\\u00B7\\u2027\\u30FB\\u2022\\uFF0E\\u3000 .,\'\\u2019()\\uFF08\\uFF09-]',
  'gu',
);

function find(text: string, pattern: RegExp): Found[] {
  // Nearly every text is clean: look before collecting.
  if (text.search(pattern) < 0) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    position: Array.from(text.slice(0, match.index)).length + 1,
    label: codePointLabel(match[0].codePointAt(0) ?? 0),
  }));
}

/** Characters that stand for nothing any more: U+FFFD and lone surrogates. */
export function brokenCharacters(text: string): Found[] {
  return find(text, BROKEN);
}

/** Characters that usually stand in place of a lost one, but may be meant in running text. */
export function substituteCharacters(text: string): Found[] {
  return find(text, SUBSTITUTE);
}

/** Characters that cannot be seen: controls, zero-width and direction marks, line breaks among them. */
export function controlCharacters(text: string): Found[] {
  return find(text, CONTROL);
}

/** Characters of the private use areas, which mean something only together with the school's own table. */
export function privateUseCharacters(text: string): Found[] {
  return find(text, PRIVATE_USE);
}

/** Ideographic description characters, which spell one character out by its parts. */
export function descriptionCharacters(text: string): Found[] {
  return find(text, DESCRIPTION);
}

/** Characters outside what RULE-613 expects in a name, without those the other functions are for. */
export function unexpectedInName(text: string): Found[] {
  const rest = text.replace(NUMERIC_REFERENCE, (reference) => ' '.repeat(reference.length));
  return find(rest, NOT_IN_NAMES).filter(({ text: found }) =>
    ![BROKEN, SUBSTITUTE, CONTROL, PRIVATE_USE, DESCRIPTION].some((pattern) => found.search(pattern) === 0));
}

/** Numeric character references, each with the character it means; null where it means none. */
export function numericReferences(text: string): (Found & { readonly decoded: string | null })[] {
  return find(text, NUMERIC_REFERENCE).map((found) => {
    const [, hex, decimal] = [...found.text.matchAll(NUMERIC_REFERENCE)][0] ?? [];
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const exists = codePoint >= 0x20 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    return { ...found, decoded: exists ? String.fromCodePoint(codePoint) : null };
  });
}

/**
 * A key for comparing names, never for storing them (RULE-615): compatibility forms and widths folded, blanks removed.
 * @requirement RULE-615
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
