/** What may be shown of a column nobody has confirmed: the shape of its cells, not what they say. */

/** Distinct shapes shown of a column. */
const SHOWN = 3;
const LONGEST = 40;

/** `A123456789` → `A999999999`, `97/03/15` → `99/99/99`, 王小明 → 字字字; a single character says nothing about anybody and stays. */
export function shapeOf(text: string): string {
  const characters = Array.from(text).slice(0, LONGEST);
  if (characters.length === 1) return text;
  return characters.map((character) => (/\p{N}/u.test(character) ? '9' : /[a-z]/i.test(character) ? 'A' : /\p{L}|\p{Co}|\p{Cs}/u.test(character) ? '字' : character)).join('');
}

/** The most frequent shapes of a column's cells. */
export function samplesOf(texts: readonly string[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const text of texts) counted.set(shapeOf(text), (counted.get(shapeOf(text)) ?? 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1]).slice(0, SHOWN).map(([shape]) => shape);
}
