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

/** `0970315` or `2008-03-15` → the year only, the rest starred. */
export function maskBirth(text: string): string {
  const keep = /^\d{4}-/.test(text) ? 4 : 3;
  return text.slice(0, keep) + text.slice(keep).replace(/[0-9]/g, '*');
}

/** Free text written about a person is shown by its length only. */
export function maskText(text: string): string {
  return `(${[...text].length} 字)`;
}

/** The text as it may be shown, by its field's privacy class. */
export function mask(privacy: Privacy, text: string): string {
  switch (privacy) {
    case 'id': return maskId(text);
    case 'name': return maskName(text);
    case 'birth': return maskBirth(text);
    case 'text': return maskText(text);
    case 'none': return text;
  }
}
