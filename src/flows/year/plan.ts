/** What a yearly submission holds: the rows of its rosters, and the files they name. */
import { printTable } from '../../adapters/print.ts';
import type { CanonicalRecord, StudentKey } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';
import { keyText } from '../../core/student-key.ts';
import type { RosterSheet } from '../../package/roster.ts';
import type { RosterPlan } from '../../package/workbooks.ts';
import { packedName } from '../../package/year/name.ts';
import type { PackedFile } from '../../package/year/part.ts';
import type { SchoolStore } from '../../store/port.ts';
import { attachmentOf } from '../attachments/resolve.ts';
import { inFileOrder } from '../submit/rows.ts';
import { rosterTypeIn } from '../submit/term-rosters.ts';
import { linkedAttachments } from './attachments.ts';
import { isOfBatch, type YearItem, type YearItems } from './items.ts';
import type { YearPlan } from './scope.ts';
import type { Placed } from './sheets.ts';

/** By what the files of one student are kept together. */
export function studentFilesKey(key: StudentKey): string {
  return sha256(keyText(key));
}

/** A student with files in the package. */
export interface StudentFiles {
  /** Hash of who it is; stays in memory. */
  readonly key: string;
  readonly bytes: number;
  readonly files: readonly PackedFile[];
}

/** The item with its links turned into names of the package, and the files behind them. */
function packed(store: SchoolStore, { record, standing }: YearItem, records: readonly CanonicalRecord[]): { readonly row: CanonicalRecord; readonly files: readonly PackedFile[] } {
  const files: PackedFile[] = [];
  const names: Record<string, string | undefined> = {};
  for (const { field, attachment } of linkedAttachments(standing.record, records)) {
    const found = attachment === null ? null : attachmentOf(attachment);
    // Without an attachment there is no file, and without a file the cell stays empty.
    if (attachment === null) names[field] = undefined;
    if (found === null) continue;
    const { sha256: digest, size, crc32 } = found;
    const name = packedName(found);
    names[field] = name;
    files.push({ name, sha256: digest, size, crc32, open: () => store.blobs.open(digest) });
  }
  const row: Record<string, unknown> = { ...record, raw: Object.fromEntries(Object.entries(record.raw ?? {}).filter(([field]) => !(field in names))) };
  for (const [field, name] of Object.entries(names)) {
    if (name === undefined) delete row[field];
    else row[field] = name;
  }
  return { row: row as CanonicalRecord, files };
}

/** Posts of the term, of the students of a batch: the only rows that are no picked items. */
async function cadreSheet(store: SchoolStore, term: string, { title, mapping }: Placed, isOf: (ref: string) => boolean): Promise<RosterSheet> {
  const records: CanonicalRecord[] = [];
  for await (const { ref, records: own } of store.students(term, ['cadre'])) if (isOf(ref)) records.push(...own);
  return { title, ...printTable(mapping, inFileOrder(store, records)) };
}

export interface YearContent {
  readonly rosters: readonly RosterPlan[];
  readonly students: readonly StudentFiles[];
}

/** What the items of the plan's edition come to. */
export async function yearContent(store: SchoolStore, { year, rosters, edition, sheets }: YearPlan, { students, grades }: YearItems): Promise<YearContent> {
  const rows = new Map<Placed['mapping'], CanonicalRecord[]>(sheets.map(({ mapping }) => [mapping, []]));
  const withFiles: StudentFiles[] = [];
  for (const { key, items, records } of students) {
    const files: PackedFile[] = [];
    for (const item of items) {
      const { row, files: own } = packed(store, item, records);
      rows.get(item.mapping)!.push(row);
      files.push(...own);
    }
    const bytes = [...new Map(files.map((file) => [file.name, file.size])).values()].reduce((sum, size) => sum + size, 0);
    if (files.length > 0) withFiles.push({ key: studentFilesKey(key), bytes, files });
  }
  const plans: RosterPlan[] = [];
  for (const entry of edition.rosters) {
    const filled: RosterSheet[] = [];
    for (const placed of sheets.filter((one) => one.entry === entry)) {
      filled.push(placed.mapping.definition.record === 'cadre'
        ? await cadreSheet(store, `${year}-${entry.term}`, placed, (ref) => isOfBatch(grades.get(ref) ?? null, edition.batch, rosters) === true)
        : { title: placed.title, ...printTable(placed.mapping, inFileOrder(store, rows.get(placed.mapping)!)) });
    }
    plans.push({ roster: entry.roster, rosterType: rosterTypeIn(entry, year).code, file: entry.file, part: entry.term, sheets: filled });
  }
  return { rosters: plans, students: withFiles };
}
