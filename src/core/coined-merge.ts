/** Adding entries to a 造字 table so that no cell and no character ever stands in it twice. */
import { characterOf, coinedMeaning, type CoinedEntry, type CoinedTable } from './coined.ts';
import type { Problem } from './problem.ts';

/** An entry and the row of the file it stands in. */
export interface CoinedRow {
  readonly entry: CoinedEntry;
  readonly row: number;
}

export interface CoinedMerge {
  readonly table: CoinedTable;
  readonly taken: readonly CoinedRow[];
  /** One for each row that was not taken. */
  readonly refused: readonly Problem[];
}

/**
 * A row whose cell or character the file has twice is refused, as is one that says something else of a cell than the
 * table does, unless it is to be replaced; one that agrees adds what the table did not know.
 */
export function mergeCoined(table: CoinedTable, rows: readonly CoinedRow[], { replace }: { readonly replace: boolean }): CoinedMerge {
  const refused: Problem[] = [];
  const kept = new Map(table.entries.map((entry) => [entry.cell, entry]));
  const places = Map.groupBy(rows, ({ entry }) => entry.cell);
  let taken = rows.filter(({ entry, row }) => {
    const same = places.get(entry.cell)!;
    const before = kept.get(entry.cell);
    if (same.length > 1) refused.push({ code: 'coined/cell-twice', params: { cell: entry.cell, rows: same.map((one) => one.row).join(', ') }, row });
    else if (before && !replace && contradicts(before, entry)) refused.push({ code: 'coined/cell-taken', params: { cell: entry.cell, has: coinedMeaning(before) }, row });
    else return true;
    return false;
  });
  for (;;) {
    const merged = new Map(kept);
    for (const { entry } of taken) merged.set(entry.cell, replace ? entry : { ...kept.get(entry.cell), ...entry });
    const twins = twinCells(merged.values());
    const clashes = taken.filter(({ entry }) => twins.has(entry.cell));
    if (clashes.length === 0) return { table: tableOf(merged.values()), taken, refused };
    for (const { entry, row } of clashes) {
      const cells = twins.get(entry.cell)!;
      refused.push({ code: 'coined/character-twice', params: { character: characterOf(entry) ?? `CNS ${entry.cns}`, cells: cells.join(', ') }, row });
    }
    // What stood in a refused row's cell before is back now, and may clash with another row.
    taken = taken.filter((one) => !clashes.includes(one));
  }
}

/** The table without a cell; null when it has no such cell. */
export function withoutCell({ entries }: CoinedTable, cell: string): CoinedTable | null {
  const rest = entries.filter((entry) => entry.cell !== cell);
  return rest.length === entries.length ? null : { entries: rest };
}

function tableOf(entries: Iterable<CoinedEntry>): CoinedTable {
  return { entries: [...entries].sort((a, b) => (a.cell < b.cell ? -1 : 1)) };
}

/** True when both say what the character is and say it differently; a new picture contradicts nothing. */
function contradicts(before: CoinedEntry, entry: CoinedEntry): boolean {
  return (['unicode', 'cns'] as const).some((name) => before[name] !== undefined && entry[name] !== undefined && before[name] !== entry[name]);
}

/** Cells that share a character with another cell, each with all cells of that character. */
function twinCells(entries: Iterable<CoinedEntry>): Map<string, readonly string[]> {
  const all = [...entries];
  const twins = new Map<string, readonly string[]>();
  for (const name of ['unicode', 'cns'] as const) {
    for (const group of Map.groupBy(all.filter((entry) => entry[name] !== undefined), (entry) => entry[name]).values()) {
      if (group.length > 1) for (const { cell } of group) twins.set(cell, group.map((entry) => entry.cell));
    }
  }
  return twins;
}
