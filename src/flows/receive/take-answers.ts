/** Takes a file of answers: counts in = confirmed + objected + unchanged + blank + rejected. */
import { basename } from 'node:path';
import { maskId } from '../../core/mask.ts';
import { isProblem, type Problem } from '../../core/problem.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import { isoDateOf, studentKeyOf } from '../../receipts/student-key.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { answered, type Said } from './act.ts';
import { readAnswers, type WrittenAnswer } from './answers-file.ts';
import { receiptKinds } from './kinds.ts';
import { lineCalled, linesOf, titleOf } from './lines.ts';
import { keepStudent, type LineRecord } from './shelves.ts';
import { type FoundStudent, studentByCode, studentByKey } from './students.ts';

export interface TakenAnswers {
  readonly read: number;
  readonly confirmed: number;
  readonly objected: number;
  /** Answers that were there before. */
  readonly unchanged: number;
  /** Students who have not answered yet. */
  readonly blank: number;
  readonly rejected: readonly Problem[];
}

export interface AnswersAsked {
  readonly term: string;
  /** For rows that name no kind; all lines of the term when null. */
  readonly kind: string | null;
  /** ISO date for rows without one. */
  readonly on: string;
}

const RIGHT = /^(?:正確|無誤|正確無誤|確認|[OoＯＶ○✓vV1Yy]|yes|right|ok)$/i;
const WRONG = /^(?:錯誤|有誤|疑義|有疑義|不正確|[Xx✗×0Nn]|no|wrong)$/i;

/** What a row says; null for a row that says nothing yet. */
function saidOf({ answer, text, sheet, number }: WrittenAnswer): Said | Problem | null {
  if (answer === '') return text === '' ? null : { code: 'confirmation/bad-answer', params: {} };
  if (RIGHT.test(answer)) return text === '' ? { right: true } : { code: 'confirmation/bad-answer', params: {} };
  if (!WRONG.test(answer)) return { code: 'confirmation/bad-answer', params: {} };
  if (text === '') return { code: 'confirmation/no-text', params: {} };
  if (sheet === '' && number === '') return { right: false, text, row: null };
  return /^\d{1,4}$/.test(number) && sheet !== '' ? { right: false, text, row: { sheet, number: Number(number) } } : { code: 'confirmation/no-row', params: { sheet, number } };
}

/** Reads a file of answers and keeps all that can be taken in one transaction. @throws what `readAnswers` throws */
export async function takeAnswers(services: Services, store: SchoolStore, path: string, { term, kind, on }: AnswersAsked): Promise<TakenAnswers> {
  const kinds = receiptKinds(services.home.path);
  const { rows, rejected: unread } = await readAnswers(path);
  const byKey = await studentByKey(store);
  const counts = { confirmed: 0, objected: 0, unchanged: 0, blank: 0 };
  const rejected: Problem[] = [...unread];
  /** Records as they are after the rows before: a student may stand in the file more than once. */
  const changed = new Map<string, { readonly line: LineRecord; readonly found: FoundStudent }>();
  const nameOf = (line: LineRecord, { ref }: FoundStudent): string => `${line.term}/${line.line}/${ref}`;

  function studentOf(line: LineRecord, row: WrittenAnswer): FoundStudent | null {
    const key = row.code === '' ? studentKeyOf(row.idNumber, row.birthDate) : null;
    const found = row.code === '' ? key && byKey(line, key) : studentByCode(store, line, row.code);
    return found && (changed.get(nameOf(line, found))?.found ?? found);
  }

  /** Lines a row is about: the one it names, else every line of the term that has the student. */
  function linesFor(row: WrittenAnswer): readonly LineRecord[] | Problem {
    const name = row.kind || kind;
    if (name !== null && name !== '') {
      const line = lineCalled(store, kinds, term, name);
      return isProblem(line) ? line : [line];
    }
    return linesOf(store, kinds, term).filter((line) => studentOf(line, row) !== null);
  }

  /** What taking a row came to. All of a row is taken or none of it. */
  function take(row: WrittenAnswer): keyof typeof counts | Problem {
    const said = saidOf(row);
    if (said === null) return 'blank';
    if (isProblem(said)) return said;
    const day = row.date === '' ? on : isoDateOf(row.date);
    if (day === null) return { code: 'confirmation/bad-date', params: { on: row.date } };
    const wanted = linesFor(row);
    if (isProblem(wanted)) return wanted;
    const unknown: Problem = { code: 'confirmation/no-student', params: { kind: wanted[0] ? titleOf(kinds, wanted[0])['zh-TW'] : term, student: row.code || maskId(row.idNumber) } };
    if (wanted.length === 0) return unknown;
    const next: { line: LineRecord; found: FoundStudent }[] = [];
    for (const line of wanted) {
      const found = studentOf(line, row);
      if (!found) return unknown;
      const acted = answered(services, line, found, said, day, false);
      if (isProblem(acted)) return acted;
      if (acted.changed > 0) next.push({ line, found: { ref: found.ref, record: acted.record } });
    }
    for (const one of next) changed.set(nameOf(one.line, one.found), one);
    return next.length === 0 ? 'unchanged' : said.right ? 'confirmed' : 'objected';
  }

  for (const row of rows) {
    const outcome = take(row);
    if (typeof outcome === 'string') counts[outcome] += 1;
    else rejected.push({ ...outcome, row: row.row, file: basename(path) });
  }
  const changes = [...changed.values()].map(({ line, found }): ShelfChange => keepStudent(line, found.ref, found.record));
  audit(services, store.school, 'receipt/answers', { term, read: rows.length + unread.length, ...counts, rejected: rejected.length });
  store.shelve(changes);
  return { read: rows.length + unread.length, ...counts, rejected: rejected.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}
