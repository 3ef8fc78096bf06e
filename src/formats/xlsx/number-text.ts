/** Numbers of a sheet as text. */

/** Integers of this size and above have more digits than a spreadsheet keeps. */
const FIRST_INEXACT = 1e15;

/**
 * The shortest plain decimal text, at 15 significant digits, which is what a spreadsheet shows: the stored
 * `85.100000000000001` is 85.1. Never with an exponent.
 *
 * @returns null when `stored` is no finite number; `'lost'` when digits are gone (an integer part of 16 or more digits)
 */
export function numberText(stored: string): string | 'lost' | null {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(stored)) return stored;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(stored)) return null;
  const value = Number(stored);
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) >= FIRST_INEXACT) return 'lost';
  return plain(String(Number(value.toPrecision(15))));
}

/** `1.5e-7` as `0.00000015`; numbers this size have no positive exponent. */
function plain(text: string): string {
  const [mantissa, exponent] = text.split('e-');
  if (exponent === undefined) return text === '-0' ? '0' : text;
  const sign = mantissa!.startsWith('-') ? '-' : '';
  const digits = mantissa!.replace(/[-.]/g, '');
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}
