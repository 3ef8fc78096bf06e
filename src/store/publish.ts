/** Making finished loads visible: which loads are active in which slot, and what that changed. */
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import { inDurableTransaction } from './database.ts';
import type { EmptiedSlot, SlotChange } from './port.ts';
import { dropLoad } from './staging.ts';

interface Taken {
  readonly input: string;
  readonly load: number;
  /** The published load of the same input that this one takes the place of. */
  readonly retired: number | null;
}

export interface PublishOptions {
  readonly beside?: boolean;
  readonly emptied?: readonly EmptiedSlot[];
}

/**
 * One transaction: every slot the inputs fill is from now on filled by them alone, or with `beside` also by
 * what else was there. An input that was read again takes the place of its older reading everywhere.
 * Returns the slots that changed, by type and kind.
 * @throws Fault `record/not-found` for an input that was never finished; nothing is published then.
 */
export function publishInputs(db: DatabaseSync, inputs: readonly string[], { beside = false, emptied = [] }: PublishOptions = {}): readonly SlotChange[] {
  return inDurableTransaction(db, () => {
    const taken = [...new Set(inputs)].map((input) => take(db, input));
    const plans = planSlots(db, taken, beside);
    const emptying = planEmptied(db, taken, emptied, plans);
    const changes = [...plans].map(([slot, plan]) => {
      const change = measure(db, slot, plan.before, plan.after);
      db.prepare('DELETE FROM active WHERE slot = ?').run(slot);
      for (const load of plan.after) db.prepare('INSERT INTO active (slot, load) VALUES (?, ?)').run(slot, load);
      remember(db, slot, change);
      return change;
    });
    const moved = new Set([...plans.values()].flatMap((plan) => [...plan.after].filter((load) => !plan.before.has(load))));
    for (const { load, retired } of taken) {
      if (retired !== null) dropLoad(db, retired);
      db.prepare('UPDATE loads SET published = (SELECT ifnull(max(published), 0) + 1 FROM loads) WHERE load = ? AND (published IS NULL OR ?)')
        .run(load, moved.has(load) || emptying.has(load) ? 1 : 0);
    }
    return changes.sort((a, b) => compare([a.term, a.type, a.kind], [b.term, b.type, b.kind]));
  });
}

/** Slot changes of a term that no accepted submission has seen yet. */
export function pendingChanges(db: DatabaseSync, term: string): readonly SlotChange[] {
  return db.prepare('SELECT s.term, s.type, s.kind, c.* FROM changes c JOIN slots s USING (slot) WHERE s.term = ? ORDER BY s.type, s.kind').all(term)
    .map((row) => ({
      term: row['term'] as string,
      type: row['type'] as string,
      kind: row['kind'] as string,
      before: { students: row['studentsBefore'] as number, records: row['recordsBefore'] as number },
      after: { students: row['studentsAfter'] as number, records: row['recordsAfter'] as number },
      goneStudents: row['gone'] as number,
    }));
}

function take(db: DatabaseSync, input: string): Taken {
  const fresh = db.prepare('SELECT load FROM loads WHERE input = ? AND published IS NULL AND info IS NOT NULL').get(input)?.['load'];
  const published = db.prepare('SELECT load FROM loads WHERE input = ? AND published IS NOT NULL').get(input)?.['load'];
  if (typeof fresh === 'number') return { input, load: fresh, retired: typeof published === 'number' ? published : null };
  if (typeof published === 'number') return { input, load: published, retired: null };
  throw new Fault('record/not-found', { what: input });
}

type Plans = Map<number, { before: Set<number>; after: Set<number> }>;

/** Slots of which a load has documents. */
function slotsOf(db: DatabaseSync, load: number): readonly number[] {
  return db.prepare('SELECT slot FROM layouts WHERE load = ?').all(load).map((row) => row['slot'] as number);
}

/** Slots whose set of active loads changes, with the set before and after. */
function planSlots(db: DatabaseSync, taken: readonly Taken[], beside: boolean): Plans {
  const retired = new Set(taken.flatMap((one) => one.retired ?? []));
  const before = new Map<number, Set<number>>();
  for (const row of db.prepare('SELECT slot, load FROM active').all()) {
    const slot = row['slot'] as number;
    before.set(slot, (before.get(slot) ?? new Set()).add(row['load'] as number));
  }
  const filled = new Map<number, Set<number>>();
  for (const { load, retired: older } of taken) {
    const had = beside && older !== null ? slotsOf(db, older) : [];
    for (const slot of slotsOf(db, load)) {
      // Where its older reading has made way for another input, the new one has no place either.
      if (had.includes(slot) && !before.get(slot)?.has(older as number)) continue;
      filled.set(slot, (filled.get(slot) ?? new Set()).add(load));
    }
  }
  const plans: Plans = new Map();
  for (const slot of new Set([...filled.keys(), ...before.keys()])) {
    const was = before.get(slot) ?? new Set<number>();
    const stays = [...was].filter((load) => !retired.has(load));
    const comes = filled.get(slot);
    const becomes = comes && !beside ? comes : new Set([...stays, ...(comes ?? [])]);
    if (was.size !== becomes.size || [...becomes].some((load) => !was.has(load))) plans.set(slot, { before: was, after: becomes });
  }
  return plans;
}

/** Adds the slots that lose what earlier files of the same name had in them; returns the loads that brought this about. */
function planEmptied(db: DatabaseSync, taken: readonly Taken[], emptied: readonly EmptiedSlot[], plans: Plans): ReadonlySet<number> {
  const emptying = new Set<number>();
  const filled = new Set(taken.flatMap(({ load }) => slotsOf(db, load)));
  for (const { input, term, type, kind } of emptied) {
    const load = taken.find((one) => one.input === input)?.load;
    const slot = db.prepare('SELECT slot FROM slots WHERE term = ? AND type = ? AND kind = ?').get(term, type, kind)?.['slot'] as number | undefined;
    if (load === undefined || slot === undefined || filled.has(slot)) continue;
    const loads = (sql: string, ...values: number[]): number[] => db.prepare(sql).all(...values).map((row) => row['load'] as number);
    const before = plans.get(slot)?.before ?? new Set(loads('SELECT load FROM active WHERE slot = ?', slot));
    const namesakes = loads('SELECT load FROM loads WHERE file = (SELECT file FROM loads WHERE load = ?)', load);
    const after = new Set([...plans.get(slot)?.after ?? before].filter((one) => !namesakes.includes(one)));
    if (after.size === (plans.get(slot)?.after ?? before).size) continue;
    plans.set(slot, { before, after });
    emptying.add(load);
  }
  return emptying;
}

/** Counts students (by their hash) and records under two sets of loads in one pass. */
function measure(db: DatabaseSync, slot: number, before: ReadonlySet<number>, after: ReadonlySet<number>): SlotChange {
  const place = db.prepare('SELECT term, type, kind FROM slots WHERE slot = ?').get(slot) as { term: string; type: string; kind: string };
  const row = db.prepare(`
    WITH loads AS (SELECT value AS load, value IN (SELECT value FROM json_each(:before)) AS b, value IN (SELECT value FROM json_each(:after)) AS a
        FROM (SELECT value FROM json_each(:before) UNION SELECT value FROM json_each(:after))),
      students AS (SELECT d.student != x'' AS someone, max(l.b) AS b, max(l.a) AS a, sum(d.records * l.b) AS rb, sum(d.records * l.a) AS ra
        FROM documents d JOIN loads l USING (load) WHERE d.term = :term AND d.slot = :slot GROUP BY d.student)
    SELECT ifnull(sum(b AND someone), 0) AS sb, ifnull(sum(a AND someone), 0) AS sa, ifnull(sum(b AND NOT a AND someone), 0) AS gone,
      ifnull(sum(rb), 0) AS rb, ifnull(sum(ra), 0) AS ra FROM students`)
    .get({ before: JSON.stringify([...before]), after: JSON.stringify([...after]), term: place.term, slot }) as Record<'sb' | 'sa' | 'gone' | 'rb' | 'ra', number>;
  return {
    term: place.term, type: place.type, kind: place.kind,
    before: { students: row.sb, records: row.rb },
    after: { students: row.sa, records: row.ra },
    goneStudents: row.gone,
  };
}

function remember(db: DatabaseSync, slot: number, change: SlotChange): void {
  db.prepare('INSERT OR REPLACE INTO changes (slot, studentsBefore, recordsBefore, studentsAfter, recordsAfter, gone) VALUES (?, ?, ?, ?, ?, ?)')
    .run(slot, change.before.students, change.before.records, change.after.students, change.after.records, change.goneStudents);
}

function compare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\0'), b.join('\0')];
  return left < right ? -1 : left > right ? 1 : 0;
}
