/**
 * National ids and resident (ARC) numbers: form, check sum, sex (RULE-501, 502, 503, 506).
 *
 * A valid check sum is not identity (RULE-504): the last two digits weigh the same, so swapping them goes
 * unseen, and so does a wrong first letter within `B N Z`, `A M W`, `K L Y`, `J V X`, `H U`, `G T`, `F S`,
 * `E R`, `D O Q`, `C I P`.
 */

/** `national` 身分證號 · `arc-new` 居留證號 in use since 2021-01-02 · `arc-old` the one before, valid on old records. */
export type IdKind = 'national' | 'arc-new' | 'arc-old';

const FORMS: readonly (readonly [IdKind, RegExp])[] = [
  ['national', /^[A-Z][12]\d{8}$/],
  ['arc-new', /^[A-Z][89]\d{8}$/],
  ['arc-old', /^[A-Z][A-D]\d{8}$/],
];

/** Two-digit value of each letter, A to Z. */
const LETTERS = [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];
/** Weights of the nine places after the first letter; the letter itself weighs 1 (tens) and 9 (units). */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];

/** Which of the three forms a text has; null for none. Half-width and upper case only. */
export function idKind(text: string): IdKind | null {
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}

function letterValue(letter: string): number {
  return LETTERS[letter.charCodeAt(0) - 65] ?? 0;
}

/** The weighted sum, divisible by 10 for a true number; null for a text that has none of the forms. */
export function idSum(text: string): number | null {
  if (idKind(text) === null) return null;
  const first = letterValue(text.charAt(0));
  let sum = Math.floor(first / 10) + (first % 10) * 9;
  WEIGHTS.forEach((weight, index) => {
    const place = text.charAt(index + 1);
    // The second letter of an old resident number counts as the units digit of its value.
    sum += weight * (/\d/.test(place) ? Number(place) : letterValue(place) % 10);
  });
  return sum;
}

/** True for a number of any form whose check sum holds. */
export function idIsValid(text: string): boolean {
  const sum = idSum(text);
  return sum !== null && sum % 10 === 0;
}

/** 性別代碼 a number speaks of: `1` male, `2` female; null for a text that has none of the forms. */
export function sexOfId(text: string): '1' | '2' | null {
  if (idKind(text) === null) return null;
  return '18AC'.includes(text.charAt(1)) ? '1' : '2';
}

/** The number as it was meant: half-width, upper case, without blanks around or inside. */
export function normaliseId(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
