/** A receipt held against what was submitted: students by key or alias, then sheets, then rows, then files. */
import type { Problem } from '../../core/problem.ts';
import type { StudentKey } from '../../core/record.ts';
import type { ReceiptRow, ReceiptStudent } from '../content.ts';
import type { Identities } from '../identities.ts';
import { sheetOfTitle, type ReceiptKind } from '../kinds.ts';
import type { Sent } from '../sent.ts';
import { bindKeys, type BoundKeys } from './columns.ts';
import { digestKey, type FileDigests } from './files.ts';
import type { SheetPlan } from './plan.ts';
import { type ComparedRow, compareSheet } from './sheet.ts';
import { matchStudents } from './students.ts';

export interface ReconcileInput {
  readonly kind: ReceiptKind;
  /** ROC school year. */
  readonly year: number;
  readonly students: readonly ReceiptStudent[];
  readonly plans: readonly SheetPlan[];
  readonly sent: Sent;
  /** For a receipt of corrections alone: what it must have, as `<mapping> <key>`; null where it must have everything. */
  readonly touched: ReadonlySet<string> | null;
  readonly identities: Identities;
  /** Students of the school, whether or not anything of theirs was submitted here. */
  readonly isOurs: (key: StudentKey) => boolean;
  readonly files: FileDigests;
}

/** A list of a receipt, or a roster sheet it has nothing of, for one student. */
export interface SheetOutcome {
  readonly title: string;
  /** Null for a list nobody knows: its rows are kept and compared with nothing. */
  readonly plan: SheetPlan | null;
  readonly rows: readonly ComparedRow[];
}

export interface StudentOutcome {
  /** Latest key; null where the receipt names somebody we do not know. */
  readonly key: StudentKey | null;
  /** As the receipt has it; null for a student it has nothing of. */
  readonly received: ReceiptStudent | null;
  readonly sheets: readonly SheetOutcome[];
}

/** Titles of the lists that a comparison spoke of, under every name they may have. */
export function titlesSpokenOf({ sheets }: StudentOutcome): ReadonlySet<string> {
  return new Set(sheets.flatMap(({ title, plan }) => plan?.sheet.titles ?? [title]));
}

export interface Reconciliation {
  readonly students: readonly StudentOutcome[];
  readonly remarks: readonly Problem[];
}

/** Every key that rows of a list have, over all students, in order of appearance. */
function keysOf(students: readonly ReceiptStudent[], titles: readonly string[]): readonly string[] {
  const keys = new Set<string>();
  for (const { sheets } of students) {
    for (const title of titles) for (const row of sheets.get(title) ?? []) for (const key of Object.keys(row)) keys.add(key.trim());
  }
  return [...keys];
}

interface BoundPlan {
  readonly plan: SheetPlan;
  readonly keys: BoundKeys;
  /** True when the receipt has rows of the sheet at all. */
  readonly received: boolean;
  /** False when not one key says what its rows are about: then nothing can be told from them. */
  readonly comparable: boolean;
}

function boundPlan(input: ReconcileInput, plan: SheetPlan): BoundPlan {
  const found = keysOf(input.students, plan.sheet.titles);
  const keys = bindKeys(plan.mapping, plan.others, found);
  return { plan, keys, received: found.length > 0, comparable: found.length === 0 || keys.bound.some(({ field }) => plan.sheet.key.includes(field)) };
}

/** What is to be said of a list's keys, once: those nobody knows, and columns of ours it has no key for. */
function keyRemarks({ plan: { sheet, mapping }, keys, comparable }: BoundPlan): Problem[] {
  const have = new Set(keys.bound.map(({ field }) => field));
  const lacking = mapping.columns.filter(({ to }) => to !== 'idNumber' && to !== 'birthDate' && !have.has(to)).map(({ definition }) => definition.headers[0] ?? '');
  const [title = ''] = sheet.titles;
  const unknown = keys.unknown.filter((key) => digestKey(key) === null).map((key) => ({ code: 'reconcile/unknown-column', params: { sheet: title, column: key } }));
  if (!comparable) return [{ code: 'reconcile/keys-unknown', params: { sheet: title, columns: lacking.join('、') } }, ...unknown];
  return lacking.length === 0 ? unknown : [{ code: 'reconcile/column-missing', params: { sheet: title, columns: lacking.join('、') } }, ...unknown];
}

/** Lists of a receipt that are no sheet of its kind in this year. */
function unknownTitles(input: ReconcileInput): readonly string[] {
  const titles = new Set(input.students.flatMap(({ sheets }) => [...sheets.keys()]));
  return [...titles].filter((title) => sheetOfTitle(input.kind, title, input.year) === null);
}

const rowsOf = (student: ReceiptStudent | null, titles: readonly string[]): readonly ReceiptRow[] => titles.flatMap((title) => student?.sheets.get(title) ?? []);

function keptRows(theirs: readonly ReceiptRow[], ours: readonly ReadonlyMap<string, string>[] = []): ComparedRow[] {
  const kept = { type: 'kept', ours: null, theirs: null, fields: [], about: [] } as const;
  return [...theirs.map((row) => ({ ...kept, theirs: row })), ...ours.map((row) => ({ ...kept, ours: row }))];
}

/**
 * Compares everything; every row of either side is in exactly one outcome.
 * @requirement RULE-425
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const plans = input.plans.map((plan) => boundPlan(input, plan));
  const unknown = unknownTitles(input);
  const matched = matchStudents(input);
  const students = matched.students.map(({ key, texts, received }): StudentOutcome => {
    const known = plans.flatMap(({ plan, keys, comparable }): SheetOutcome[] => {
      const theirs = rowsOf(received, plan.sheet.titles);
      const due = (text: string): boolean => input.touched === null || theirs.length > 0 || input.touched.has(`${plan.mapping.id} ${text}`);
      const ours = texts.filter(due).flatMap((text) => input.sent.get(plan.mapping.id)?.students.get(text)?.rows ?? []);
      if (ours.length === 0 && theirs.length === 0) return [];
      return [{ title: plan.sheet.titles[0] ?? '', plan, rows: comparable ? compareSheet(plan, keys, ours, theirs, input.files) : keptRows(theirs, ours) }];
    });
    const kept = unknown.flatMap((title): SheetOutcome[] => {
      const rows = rowsOf(received, [title]);
      return rows.length === 0 ? [] : [{ title, plan: null, rows: keptRows(rows) }];
    });
    return { key, received, sheets: [...known, ...kept] };
  });
  return {
    students,
    remarks: [
      ...matched.remarks,
      ...unknown.map((sheet) => ({ code: 'reconcile/unknown-sheet', params: { sheet } })),
      ...plans.filter(({ received }) => received).flatMap(keyRemarks),
    ],
  };
}
