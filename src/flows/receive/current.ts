/**
 * What the central database says of a line now, read again from the receipts that were kept: the newest of everybody,
 * and over it what receipts of corrections alone said since. Held anew against what was submitted up to then.
 */
import { keyText } from '../../core/student-key.ts';
import { memorySource } from '../../formats/bytes.ts';
import { readJson } from '../../formats/json/read.ts';
import { type Reconciliation, titlesSpokenOf } from '../../receipts/compare/reconcile.ts';
import type { SheetPlan } from '../../receipts/compare/plan.ts';
import type { ReceiptStudent } from '../../receipts/content.ts';
import type { Identities } from '../../receipts/identities.ts';
import { type Line, lineNamed } from '../../receipts/kinds.ts';
import { type ReceiptLine, receiptLines } from '../../receipts/lines.ts';
import { readStudentFile } from '../../receipts/read/per-student.ts';
import { readReceiptFile } from '../../receipts/read/read-file.ts';
import { JSON_LIMIT } from '../../receipts/read/unpack.ts';
import { studentKeyOf } from '../../receipts/student-key.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { receiptKinds } from './kinds.ts';
import { compareLine } from './line.ts';
import type { People } from './people.ts';
import { keyNames, sheetPlans } from './plans.ts';
import { type ImportedLine, imports, type LineRecord } from './shelves.ts';

interface PastLine extends ImportedLine {
  readonly perStudent: boolean;
}

/** Imports of a line from its newest of everybody on, oldest first. */
function sinceWhole(store: SchoolStore, { term, line }: LineRecord): readonly PastLine[] {
  const all = imports(store).flatMap(({ lines, perStudent }) => lines.filter((one) => one.term === term && one.line === line).map((one) => ({ ...one, perStudent })));
  return all.slice(Math.max(0, all.findLastIndex(({ partial }) => !partial)));
}

/** The JSON files of an import, from the blobs they were kept as. */
async function readAgain(services: Services, store: SchoolStore, { kind, batch }: Line, { files, perStudent }: PastLine): Promise<ReceiptLine | null> {
  const keys = keyNames(services.registry);
  const read = await Array.fromAsync(files, async ({ name, sha256 }) => {
    const source = await store.blobs.open(sha256);
    const value = await readJson(memorySource(await source.read(0, source.size)), name, { maxBytes: JSON_LIMIT });
    return { ...(perStudent ? readStudentFile : readReceiptFile)(value, { name, sha256, kind }, keys), batch };
  });
  return receiptLines(read, () => batch)[0] ?? null;
}

/** What a receipt of corrections says lies over what was said before: in the lists it has, and in those its correction is about. */
function laidOver(before: ReceiptStudent | undefined, now: ReceiptStudent, spoken: ReadonlySet<string>): ReceiptStudent {
  const kept = [...before?.sheets ?? []].filter(([title]) => !spoken.has(title) && !now.sheets.has(title));
  return { ...now, sheets: new Map([...kept, ...now.sheets]) };
}

export interface CurrentLine {
  readonly line: ReceiptLine;
  readonly plans: readonly SheetPlan[];
  readonly reconciliation: Reconciliation;
}

/** Latest key of a receipt's student as text; as written where it is none. */
function nameOf(student: ReceiptStudent, identities: Identities): string {
  const key = studentKeyOf(student.idNumber, student.birthDate);
  return keyText(key === null ? student : identities.latest(key));
}

/**
 * Null where the configuration no longer knows the line.
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function currentLine(services: Services, store: SchoolStore, record: LineRecord, people: People): Promise<CurrentLine | null> {
  const known = lineNamed(receiptKinds(services.home.path), record.line);
  if (!known) return null;
  const plans = sheetPlans(services, known.kind, Number(record.term.split('-')[0]));
  const submissions = store.submissions();
  const students = new Map<string, ReceiptStudent>();
  let last: { line: ReceiptLine; chain: typeof submissions } | null = null;
  for (const past of sinceWhole(store, record)) {
    const line = await readAgain(services, store, known, past);
    if (!line) continue;
    const chain = submissions.filter(({ number }) => past.submissions.includes(number));
    last = { line, chain };
    if (!past.partial) {
      for (const student of line.students) students.set(nameOf(student, people.identities), student);
      continue;
    }
    const named = chain.filter(({ number }) => past.named.includes(number));
    for (const student of (await compareLine(services, store, line, { term: record.term, chain, named, plans }, people)).reconciliation.students) {
      const { received, key } = student;
      const name = received ? nameOf(received, people.identities) : keyText(key!);
      students.set(name, laidOver(students.get(name), received ?? { ...key!, sheets: new Map() }, titlesSpokenOf(student)));
    }
  }
  if (!last) return null;
  const line: ReceiptLine = { ...last.line, students: [...students.values()] };
  const { reconciliation } = await compareLine(services, store, line, { term: record.term, chain: last.chain, named: [], plans }, people);
  return { line, plans, reconciliation };
}
