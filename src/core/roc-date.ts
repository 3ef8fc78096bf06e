/** ROC (民國) dates: `yyyMMdd`, 7 digits, year + 1911 (RULE-510). */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists in the Gregorian calendar. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** `0970315` → `2008-03-15`; null for anything but seven digits naming a real day of ROC year 1 or later. */
export function rocToIso(text: string): string | null {
  if (!/^\d{7}$/.test(text)) return null;
  const rocYear = Number(text.slice(0, 3));
  const year = rocYear + 1911;
  if (rocYear < 1 || !dayExists(year, Number(text.slice(3, 5)), Number(text.slice(5)))) return null;
  return `${year}-${text.slice(3, 5)}-${text.slice(5)}`;
}

/** `2008-03-15` → `0970315`; null for a year that has no three-digit ROC form or a day that does not exist. */
export function isoToRoc(iso: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const year = Number(match[1]);
  const rocYear = year - 1911;
  if (rocYear < 1 || rocYear > 999 || !dayExists(year, Number(match[2]), Number(match[3]))) return null;
  return `${String(rocYear).padStart(3, '0')}${match[2]}${match[3]}`;
}
