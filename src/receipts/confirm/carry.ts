/** From one receipt to the next: what is the same keeps its state, what is not begins anew, and nothing is forgotten. */
import { sha256 } from '../../core/sha256.ts';
import type { StudentKey } from '../../core/record.ts';
import type { Item, RowRef, StudentRecord } from './record.ts';
import { next } from './states.ts';

/** The list as a whole: it changes when any row does, whatever order they are in. */
function wholeOf(rows: readonly RowRef[]): RowRef {
  return { sheet: '', hash: sha256(rows.map(({ sheet, hash }) => `${sheet}\0${hash}\n`).sort().join('')).slice(0, 32) };
}

const nameOf = ({ sheet, hash }: RowRef): string => `${sheet}\0${hash}`;

export interface Receipt {
  /** Import that brings the rows. */
  readonly version: number;
  /** Number of the newest submission the receipt answers to. */
  readonly submission: number;
  /** ISO date by which an objection is to be answered that the receipt brings back. */
  readonly due: string;
}

/** Objections that the new receipt has done something about: one of their items is gone from it. */
function settled(gone: readonly Item[]): ReadonlySet<string> {
  return new Set(gone.flatMap(({ objections }) => objections));
}

/**
 * An item that waited for a correction and is the same as before: where the receipt answers to what was submitted since,
 * either something else of the objection changed and the student looks again, or nothing did and the school has to.
 */
function afterCorrection(item: Item, { submission, version }: Receipt, done: ReadonlySet<string>): Item {
  if (item.shownBy === null || submission < item.shownBy) return item;
  const event = item.objections.some((id) => done.has(id)) ? 'reopen' : 'back';
  const state = next(item.state, event);
  return state === null ? item : { ...item, state, version, shownBy: null };
}

/**
 * The student's record under a newer receipt. Equal rows keep their state, as many as there were; others are open.
 *
 * @param before null for a student this line did not have
 * @param rows of the new receipt; none for a student it has nothing of
 */
export function carry(before: StudentRecord | null, key: StudentKey, rows: readonly RowRef[], receipt: Receipt): StudentRecord {
  const waiting = Map.groupBy(before?.items ?? [], nameOf);
  const kept = [...rows, wholeOf(rows)].map((row): Item => waiting.get(nameOf(row))?.shift() ?? {
    sheet: row.sheet, hash: row.hash, state: 'open', version: receipt.version, confirmed: null, objections: [], shownBy: null,
  });
  const gone = [...waiting.values()].flat();
  const done = settled(gone);
  const items = kept.map((item) => afterCorrection(item, receipt, done));
  const back = new Set(items.filter((item, at) => item.state === 'objected' && kept[at]!.shownBy !== null && item.shownBy === null).flatMap(({ objections }) => objections));
  return {
    key, items,
    past: [...before?.past ?? [], ...gone.map((item) => ({ ...item, state: next(item.state, 'supersede')! }))],
    objections: (before?.objections ?? []).map((one) => (back.has(one.id) ? { ...one, waiting: true, due: receipt.due } : one)),
  };
}

/** Two records of one person, under a former key and the latest: rows and history of both. */
export function merged(records: readonly StudentRecord[]): StudentRecord | null {
  const [first, ...more] = records;
  if (!first) return null;
  return more.reduce((one, other) => ({
    key: one.key,
    items: [...one.items, ...other.items], past: [...one.past, ...other.past], objections: [...one.objections, ...other.objections],
  }), first);
}
