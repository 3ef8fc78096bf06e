/** Date serials: days since the last day of 1899, or since 1904-01-01 in workbooks from old Macs. */

const DAY = 86_400;
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** Days between the two systems. */
const SHIFT_1904 = 1462;
/** 29 February 1900, which Lotus 1-2-3 believed in and every spreadsheet since keeps counting. */
const NEVER_A_DAY = 60;

/**
 * ISO text of a serial, to the second: `yyyy-mm-dd`, with `Thh:mm:ss` when there is a time of day, or only `hh:mm:ss`
 * for a serial below 1, which has no day.
 *
 * @returns null for a serial that is no date
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0) || serial >= LAST_SERIAL + 1) return null;
  const seconds = Math.round(serial * DAY);
  const time = seconds % DAY;
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map((part) => String(part).padStart(2, '0')).join(':');
  let day = Math.floor(seconds / DAY);
  if (day === 0 && !from1904) return time === 0 ? null : clock;
  if (from1904) day += SHIFT_1904;
  if (day === NEVER_A_DAY || day > LAST_SERIAL) return null;
  const sinceEpoch = day - 25_569 + (day < NEVER_A_DAY ? 1 : 0);
  const date = new Date(sinceEpoch * DAY * 1000).toISOString().slice(0, 10);
  return time === 0 ? date : `${date}T${clock}`;
}
