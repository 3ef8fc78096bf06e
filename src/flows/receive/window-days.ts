/** The days a window is to have: as asked for, else as the school's calendar says (RULE-316). */
import { spanOf, windowsFor } from '../../core/calendar.ts';
import type { Problem } from '../../core/problem.ts';
import { lineNamed } from '../../receipts/kinds.ts';
import { schoolCalendar } from '../calendar/read.ts';
import type { Services } from '../services.ts';
import type { AskedWindow } from './act.ts';
import { receiptKinds } from './kinds.ts';
import { titleOf } from './lines.ts';
import type { LineRecord } from './shelves.ts';

export interface Days {
  /** ISO dates; null where nobody said. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Nobody could look before the receipt came, whatever the calendar says; a problem where nothing says until when. */
export function windowDays(services: Services, school: string, line: LineRecord, { from, to }: Days): AskedWindow | Problem {
  const kinds = receiptKinds(services.home.path);
  const batch = lineNamed(kinds, line.line)?.batch ?? '';
  const calendar = to === null ? schoolCalendar(services.home, school) : null;
  const span = spanOf(calendar ? windowsFor(calendar, line.term, 'receipt', batch === '' ? {} : { batch: batch === '1' ? 1 : 2 }) : []);
  const last = to ?? span?.to;
  if (last === undefined) return { code: 'confirmation/no-days', params: { term: line.term, kind: titleOf(kinds, line)['zh-TW'] } };
  const first = from ?? [span?.from ?? null, line.received, to === null ? null : services.today].reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '');
  return { line, from: first, to: last };
}
