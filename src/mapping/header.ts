/** Comparing header texts. */

/** A header without what people change by accident: width, blanks, brackets, line breaks. */
export function foldHeader(header: string): string {
  return header.normalize('NFKC').replace(/[\s()[\]{}【】「」_:*＊﹡]/g, '').toLowerCase();
}

/** Levenshtein distance of two short texts. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, left] of from.entries()) {
    const current = [i + 1];
    for (const [j, right] of to.entries()) {
      current.push(Math.min((previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1, (previous[j] ?? 0) + (left === right ? 0 : 1)));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** Longer texts are no headers anybody misspelt. */
const LONGEST = 60;

/** True when one header may be a misprint of the other: a third of its characters at most differ. */
export function looksRenamed(header: string, wanted: string): boolean {
  if (header.length > LONGEST) return false;
  const [a, b] = [foldHeader(header), foldHeader(wanted)];
  const longer = Math.max(a.length, b.length);
  if (longer < 3) return false;
  return a.includes(b) || b.includes(a) ? Math.min(a.length, b.length) >= 2 : editDistance(a, b) <= Math.floor(longer / 3);
}

/** Spreadsheet letter of a column, from 0: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const head = Math.floor(index / 26);
  return (head > 0 ? columnLetter(head - 1) : '') + String.fromCharCode(65 + rest);
}
