/** The only clock: everything below the flows gets its time from a caller that got it here. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** ISO time in UTC, for logs and stored runs. */
export function isoTime(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

const taipeiDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Taipei', year: 'numeric', month: '2-digit', day: '2-digit' });

/**
 * Today as schools live it: the ISO date in Asia/Taipei (RULE-301).
 * @requirement RULE-301
 */
export function todayInTaipei(clock: Clock): string {
  return taipeiDate.format(new Date(clock.now()));
}

const taipeiTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Taipei', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
});

/** `2026-11-22T21:05:09`, the time in Asia/Taipei. */
export function taipeiSecond(ms: number): string {
  const parts = Object.fromEntries(taipeiTime.formatToParts(new Date(ms)).map((part) => [part.type, part.value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

/** `2026-11-22 21:05`, the same for people. */
export function taipeiMinute(ms: number): string {
  return taipeiSecond(ms).slice(0, 16).replace('T', ' ');
}
