/** Telling from a cell's number format whether its number is a date. */

/** Built-in date and time formats (ECMA-376 part 1, 18.8.30), East Asian ones included; 46 is elapsed time. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/**
 * Whether a format shows a date or a time of day.
 *
 * @param id `numFmtId` of the cell's style
 * @param code the format's code when the workbook defines it
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const section = code.split(';')[0]!;
  const bare = section.replace(/"[^"]*"|\\.|_.|\*./gu, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return false;
  const tokens = bare.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '').replace(/e[+-]/gi, '');
  return /[ymdhse]/i.test(tokens);
}
