/** What students answer and what the school does about it, one act at a time; each is in the audit log before it is kept. */
import { addDays } from '../../core/days.ts';
import { isProblem, type Problem } from '../../core/problem.ts';
import { type Acted, answer, confirm, lapse, object, pending } from '../../receipts/confirm/act.ts';
import type { StudentRecord } from '../../receipts/confirm/record.ts';
import { daysIn, isDue, isOpen, type Window, type WindowFault, windowFault } from '../../receipts/confirm/window.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { receiptKinds } from './kinds.ts';
import { titleOf, titlesOf } from './lines.ts';
import { keepLine, keepStudent, lineRecord, type LineRecord, lines, studentRecord, studentRecords, studentRefs } from './shelves.ts';
import type { FoundStudent } from './students.ts';

const FAULTS: Readonly<Record<WindowFault, string>> = {
  'too-short': 'confirmation/window-too-short', 'too-early': 'confirmation/window-too-early', over: 'confirmation/window-over', shortened: 'confirmation/window-shortened',
};

/** The line with a window for what it has now, or with the open one prolonged; a problem where that cannot be. */
function withWindow(services: Services, line: LineRecord, { from, to }: { readonly from: string; readonly to: string }): LineRecord | Problem {
  const { days } = receiptKinds(services.home.path).window;
  const running = line.window !== null && line.window.closed === null ? line.window : null;
  // A window that is prolonged for the same content keeps its first day; what came since begins today.
  const start = running && running.version === line.version && isOpen(running, services.today) ? running.from : from;
  const fault = windowFault({ from: start, to }, { received: line.received, today: services.today, days, running });
  if (fault !== null) {
    return { code: FAULTS[fault], params: { from: start, to, found: Math.max(0, daysIn(start, to)), days, received: line.received, today: services.today, until: running?.to ?? '' } };
  }
  return { ...line, window: { from: start, to, version: line.version, closed: null }, past: line.window ? [...line.past, line.window] : line.past };
}

/** A line and the days its students are to have. */
export interface AskedWindow {
  readonly line: LineRecord;
  readonly from: string;
  readonly to: string;
}

/** Opens a window on each line, or on none: problems say why. Silence of the windows before is recorded first, as no new one may undo it. */
export function openWindows(services: Services, store: SchoolStore, asked: readonly AskedWindow[]): readonly Problem[] {
  const closed = closeWindows(services, store, asked.map(({ line }) => line)).map(({ line }) => line);
  const outcomes = asked.map(({ line, ...days }) => withWindow(services, closed.find((one) => one.term === line.term && one.line === line.line) ?? line, days));
  const opened = outcomes.filter((one): one is LineRecord => !isProblem(one));
  if (opened.length < outcomes.length) return outcomes.filter(isProblem);
  for (const { line, term, version, window } of opened) audit(services, store.school, 'receipt/open', { line, term, version, from: window!.from, to: window!.to });
  store.shelve(opened.map(keepLine));
  return [];
}

/** True when a student may have said something on that day; what is entered later still counts for its day. */
function isHeard({ window, past }: LineRecord, on: string): boolean {
  return [...past, ...(window ? [window] : [])].some(({ from, to }) => from <= on && on <= to);
}

/** One answer of one student. */
export type Said = { readonly right: true } | { readonly right: false; readonly text: string; readonly row: { readonly sheet: string; readonly number: number } | null };

/**
 * What an answer makes of a student's record, or why it cannot be taken. An answer that was there before changes nothing.
 *
 * @param takesBack whether an agreement takes back an objection of the same day: only where a person says so
 */
export function answered(services: Services, line: LineRecord, { ref, record }: FoundStudent, said: Said, on: string, takesBack: boolean): Acted | Problem {
  const kinds = receiptKinds(services.home.path);
  const kind = titleOf(kinds, line)['zh-TW'];
  if (on > services.today) return { code: 'confirmation/bad-date', params: { on } };
  if (!isHeard(line, on)) return { code: 'confirmation/no-window', params: { kind, on } };
  if (said.right) {
    // A list of agreements that is entered late, or twice, must not silence a doubt raised since.
    if (pending(record).some((one) => one.on > on || (one.on === on && !takesBack))) return { code: 'confirmation/objected-since', params: { kind } };
    const acted = confirm(record, on);
    const waits = acted.record.items.some(({ state }) => state === 'corrected' || state === 'resubmitted');
    return acted.changed === 0 && waits ? { code: 'confirmation/being-corrected', params: { kind } } : acted;
  }
  const rows = said.row === null ? undefined : rowsNamed(record, titlesOf(kinds, line, said.row.sheet), said.row.number);
  if (said.row !== null && rows?.length === 0) return { code: 'confirmation/no-row', params: { sheet: said.row.sheet, number: said.row.number } };
  if (record.objections.some(({ on: day, text }) => day === on && text === said.text)) return { record, changed: 0 };
  const id = `${line.term}.${line.line}.${ref.slice(0, 8)}.${record.objections.length + 1}`;
  const acted = object(record, { id, on, due: addDays(on, kinds.answer.days), text: said.text }, rows);
  return acted.changed === 0 ? { code: 'confirmation/being-corrected', params: { kind } } : acted;
}

/** Position of the row with a number within its sheet, as the student's sheet counts: over every name the list may have. */
function rowsNamed({ items }: StudentRecord, titles: readonly string[], number: number): readonly number[] {
  const at = titles.flatMap((title) => [...items.keys()].filter((index) => items[index]!.sheet === title))[number - 1];
  return at === undefined ? [] : [at];
}

/** Keeps what one act changed. */
export function keepAct(services: Services, store: SchoolStore, what: string, line: LineRecord, ref: string, { record, changed }: Acted): void {
  if (changed === 0) return;
  audit(services, store.school, what, { line: line.line, term: line.term, student: ref, rows: changed });
  store.shelve([keepStudent(line, ref, record)]);
}

/** The objection of an id that can be answered; null for none. */
function objectionCalled(store: SchoolStore, id: string): (FoundStudent & { line: LineRecord }) | null {
  const [, term = '', name = '', code = ''] = /^([^.]+)\.([^.]+)\.([0-9a-f]{8})\.\d+$/.exec(id) ?? [];
  const line = lineRecord(store, term, name);
  if (!line) return null;
  const found = studentRefs(store, line, code).map((ref) => ({ line, ref, record: studentRecord(store, line, ref)! }));
  return found.find(({ record }) => record.objections.some((one) => one.id === id)) ?? null;
}

export interface GivenAnswer {
  readonly outcome: 'right' | 'corrected';
  readonly text: string;
}

/** The school's answer to an objection. */
export function answerObjection(services: Services, store: SchoolStore, id: string, given: GivenAnswer): FoundStudent | Problem {
  const found = objectionCalled(store, id);
  const acted = found && answer(found.record, id, { ...given, on: services.today }, (store.submissions().at(-1)?.number ?? 0) + 1);
  if (!found || !acted || acted.changed === 0) return { code: 'confirmation/no-objection', params: { id } };
  keepAct(services, store, `receipt/answer-${given.outcome}`, found.line, found.ref, acted);
  return { ref: found.ref, record: acted.record };
}

export interface ClosedLine {
  readonly line: LineRecord;
  /** Students recorded as confirmed because they said nothing. */
  readonly silent: number;
}

/** Records silence for every line whose window is over (RULE-313); a window is closed once. */
export function closeWindows(services: Services, store: SchoolStore, of: readonly LineRecord[] = lines(store)): readonly ClosedLine[] {
  const closed: ClosedLine[] = [];
  for (const line of of.filter(({ window }) => isDue(window, services.today))) {
    const window: Window = { ...line.window!, closed: services.today };
    const changes: ShelfChange[] = [];
    for (const [ref, record] of studentRecords(store, line)) {
      // The last day of the window is the day from which silence is agreement.
      const acted = lapse(record, window.to, window.version);
      if (acted.changed > 0) changes.push(keepStudent(line, ref, acted.record));
    }
    const after = { ...line, window };
    audit(services, store.school, 'receipt/close', { line: line.line, term: line.term, from: window.from, to: window.to, silent: changes.length });
    store.shelve([keepLine(after), ...changes]);
    closed.push({ line: after, silent: changes.length });
  }
  return closed;
}

/** Objections that wait for an answer, of all lines. */
export function* waitingObjections(store: SchoolStore, of: readonly LineRecord[]): Generator<FoundStudent & { readonly line: LineRecord; readonly objection: StudentRecord['objections'][number] }> {
  for (const line of of) for (const [ref, record] of studentRecords(store, line)) for (const objection of pending(record)) yield { line, ref, record, objection };
}
