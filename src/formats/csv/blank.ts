/** What counts as a blank row. */

/** Blanks of any width, and the Ctrl-Z that DOS programs put at the end of a file. */
const BLANK = /^[\s\u001a]*$/u;

/** True when no cell says anything: an empty line, a line of delimiters as spreadsheets export it, a last Ctrl-Z. */
export function isBlank(cells: readonly string[]): boolean {
  const first = cells[0]!;
  return (first === '' || BLANK.test(first)) && cells.every((cell) => BLANK.test(cell));
}
