/** Taking a 造字 table in: every row is imported or rejected with a reason, none is dropped in silence. */
import { basename } from 'node:path';
import type { CnsTables } from '../../core/cns.ts';
import { checkAgainstCns } from '../../core/cns.ts';
import type { CoinedEntry } from '../../core/coined.ts';
import { coinedEntry } from '../../core/coined-draft.ts';
import { type CoinedRow, mergeCoined } from '../../core/coined-merge.ts';
import type { Problem } from '../../core/problem.ts';
import type { SchoolStore } from '../../store/port.ts';
import { keepGlyph, pictureBeside } from './glyph.ts';
import { readCoinedFile, type WrittenRow } from './read-table.ts';

export interface CoinedOptions {
  /** ISO date after which nothing can have been verified. */
  readonly today: string;
  /** Tables of CNS 11643 to check against; null for none. */
  readonly cns: CnsTables | null;
  /** Rows may change what the table says of a cell. */
  readonly replace: boolean;
}

export interface CoinedImport {
  /** Rows of the file that hold anything: imported + rejected. */
  readonly read: number;
  readonly imported: readonly CoinedEntry[];
  readonly rejected: readonly Problem[];
  /** What to know of rows that were imported, and of the CNS files. */
  readonly remarks: readonly Problem[];
}

/**
 * Adds what a file says to the school's table; the caller holds the school's lock.
 * @throws ProblemError when nothing of the file can be read
 */
export async function importCoined(store: SchoolStore, path: string, options: CoinedOptions): Promise<CoinedImport> {
  const file = await readCoinedFile(path, store.school);
  const drafts: Drafted[] = [];
  for (const row of file.rows) drafts.push({ row, draft: await withPicture(store, path, row) });
  const outcome = addToTable(store, drafts, options);
  const rejected = [...file.rejected, ...outcome.rejected].map((problem) => ({ ...problem, file: basename(path) }));
  return {
    ...outcome, read: file.rows.length + file.rejected.length,
    rejected: rejected.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}

/** A row with its picture kept. */
export interface Drafted {
  readonly row: Pick<WrittenRow, 'row'>;
  /** The problem of its picture in place of the row. */
  readonly draft: WrittenRow | Problem;
}

/** The same for rows from anywhere. */
export function addToTable(store: SchoolStore, drafts: readonly Drafted[], { today, cns, replace }: CoinedOptions): Omit<CoinedImport, 'read'> {
  const rejected: Problem[] = [];
  const remarks: Problem[] = [...(cns?.remarks ?? [])];
  const rows: CoinedRow[] = [];
  for (const { row: { row }, draft } of drafts) {
    const entry = 'code' in draft ? draft : coinedEntry(draft, today);
    if ('code' in entry) {
      rejected.push({ ...entry, row });
      continue;
    }
    const checked = cns ? checkAgainstCns(entry, cns) : { entry: withVersions(entry, draft as WrittenRow), remarks: [] };
    if ('problem' in checked) {
      rejected.push({ ...checked.problem, row });
      continue;
    }
    rows.push({ entry: checked.entry, row });
    remarks.push(...checked.remarks.map((remark) => ({ ...remark, row })));
  }
  const merged = mergeCoined(store.coined(), rows, { replace });
  if (merged.taken.length > 0) store.saveCoined(merged.table);
  return { imported: merged.taken.map(({ entry }) => entry), rejected: [...rejected, ...merged.refused], remarks };
}

/** What an exported table says it was checked against stays said when it comes back. */
function withVersions(entry: CoinedEntry, { cnsTables }: WrittenRow): CoinedEntry {
  return cnsTables === undefined ? entry : { ...entry, cnsTables };
}

async function withPicture(store: SchoolStore, path: string, row: WrittenRow): Promise<WrittenRow | Problem> {
  const { glyph, glyphFile } = row;
  if (glyph !== undefined && !store.blobs.has(glyph)) return { code: 'coined/bad-glyph', params: {}, value: glyph };
  const name = glyphFile?.trim() ?? '';
  if (name === '') return row;
  const beside = pictureBeside(path, name);
  const kept = beside === null ? null : await keepGlyph(store.blobs, beside);
  return kept === null ? { code: 'coined/bad-glyph', params: {}, value: name } : { ...row, glyph: kept };
}
