/** Masking of personal data in everything shown or logged (RULE-706). */

/** How a field is to be treated when shown; `x-privacy` in the canonical schemas. */
export type Privacy = 'id' | 'name' | 'birth' | 'text' | 'none';

/** `A123456789` → `A12345****`; a text too short to keep six characters is starred whole. */
export function maskId(id: string): string {
  const characters = [...id];
  return characters.length <= 6 ? '*'.repeat(characters.length) : characters.slice(0, 6).join('') + '*'.repeat(characters.length - 6);
}

/** `王小明` → `王○○`: the surname stays. */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '' : `${first}○○`;
}

/** `0970315` or `2008-03-15` → the year only, the rest starred; in a shifted row a name may stand there. */
export function maskBirth(text: string): string {
  const year = /^(?:\d{4}(?=-)|\d{3})/.exec(text)?.[0] ?? '';
  return year + text.slice(year.length).replace(/[^\s/.-]/gu, '*');
}

/** Not `\b`, to which the underscores of file names are letters. */
const ID_IN_TEXT = /(?<![A-Z0-9])[A-Z][A-D1289]\d{8}(?![A-Z0-9])/gi;

/** National ids and ARC numbers that a text holds, upper case. */
export function idsIn(text: string): readonly string[] {
  return (text.match(ID_IN_TEXT) ?? []).map((id) => id.toUpperCase());
}

/**
 * Masks every national id or ARC number inside a text.
 * @requirement RULE-706, RULE-707
 */
export function maskIdsIn(text: string): string {
  return text.replace(ID_IN_TEXT, (id) => maskId(id));
}

/** Free text written about a person is shown by its length only. */
export function maskText(text: string): string {
  return `(${[...text].length} 字)`;
}

/**
 * The text as it may be shown, by its field's privacy class.
 * @requirement RULE-706
 */
export function mask(privacy: Privacy, text: string): string {
  switch (privacy) {
    case 'id': return maskId(text);
    case 'name': return maskName(text);
    case 'birth': return maskBirth(text);
    case 'text': return maskText(text);
    // Where cells stand one column off, an id is in a column that is not meant for ids.
    case 'none': return maskIdsIn(text);
  }
}
