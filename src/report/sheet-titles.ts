/** Titles of sheets made from names that schools chose: allowed, not too long, and each its own. */

/** As spreadsheets have it. */
const LONGEST = 31;

/** A title a workbook can have, whatever the name. */
function allowed(name: string): string {
  return name.replace(/[\u0000-\u001f\ufffe\uffff:\\/?*[\]]|\p{Surrogate}/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '');
}

/** Cut without splitting a pair. */
function cut(text: string, length: number): string {
  return text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, '').trimEnd();
}

/** @param taken titles of the workbook's other sheets */
export function sheetTitles(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((title) => title.toLowerCase()));
  return names.map((name) => {
    const base = cut(allowed(name), LONGEST).replace(/'+$/, '') || '—';
    let title = base;
    for (let number = 2; used.has(title.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      title = `${cut(base, LONGEST - suffix.length)}${suffix}`;
    }
    used.add(title.toLowerCase());
    return title;
  });
}
