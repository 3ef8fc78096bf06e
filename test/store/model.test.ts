/** Random histories of drops against a model that keeps everything in memory. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import type { SchoolStore, SlotChange } from '../../src/store/port.ts';
import { inputId, readAll, record, stageDrop, student, temporaryHome } from './support.ts';

const TERMS = ['113-2', '114-1'];
const KINDS = ['regular', 'makeup', 'retake'];
const STUDENTS = 5;

interface Cell {
  readonly student: number;
  readonly term: string;
  readonly kind: string;
}

type Step =
  | { readonly act: 'stage'; readonly input: number; readonly cells: readonly Cell[]; readonly end: 'finish' | 'abort' }
  | { readonly act: 'publish'; readonly inputs: readonly number[] };

const cell = fc.record({ student: fc.nat(STUDENTS - 1), term: fc.constantFrom(...TERMS), kind: fc.constantFrom(...KINDS) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('stage' as const), input: fc.nat(3), cells: fc.array(cell, { maxLength: 12 }), end: fc.constantFrom('finish' as const, 'finish' as const, 'abort' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('publish' as const), inputs: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }) }) },
);

/** Slot → input → records, in the order the inputs were read. */
class Model {
  readonly staged = new Map<number, CanonicalRecord[]>();
  readonly published = new Map<number, CanonicalRecord[]>();
  readonly active = new Map<string, Map<number, CanonicalRecord[]>>();

  publish(inputs: readonly number[]): SlotChange[] | null {
    if (inputs.some((input) => !this.staged.has(input) && !this.published.has(input))) return null;
    const before = new Map([...this.active].map(([slot, loads]) => [slot, [...loads.values()]]));
    for (const input of inputs) {
      const fresh = this.staged.get(input);
      if (!fresh) continue;
      this.staged.delete(input);
      this.published.set(input, fresh);
      for (const loads of this.active.values()) loads.delete(input);
    }
    const filled = new Map<string, Map<number, CanonicalRecord[]>>();
    for (const input of inputs) {
      for (const one of this.published.get(input) ?? []) {
        const slot = slotOf(one);
        const loads = filled.get(slot) ?? new Map<number, CanonicalRecord[]>();
        filled.set(slot, loads);
        loads.set(input, [...(loads.get(input) ?? []), one]);
      }
    }
    for (const [slot, loads] of filled) this.active.set(slot, loads);
    return changesOf(before, this.active);
  }

  records(term: string): CanonicalRecord[] {
    return [...this.active.values()].flatMap((loads) => [...loads.values()].flat()).filter((one) => one.term === term);
  }
}

const slotOf = (one: CanonicalRecord): string => `${one.term} ${one.type} ${one.kind}`;

function changesOf(before: Map<string, CanonicalRecord[][]>, after: Map<string, Map<number, CanonicalRecord[]>>): SlotChange[] {
  const changes: SlotChange[] = [];
  for (const slot of [...after.keys()].sort()) {
    const was = before.get(slot) ?? [];
    const is = [...(after.get(slot)?.values() ?? [])];
    if (was.length === is.length && was.every((load) => is.includes(load))) continue;
    if (same(was, is)) continue;
    const [term, type, kind] = slot.split(' ') as [string, string, string];
    const ids = (loads: CanonicalRecord[][]): Set<unknown> => new Set(loads.flat().map((one) => one.idNumber));
    changes.push({
      term, type, kind,
      before: { students: ids(was).size, records: was.flat().length },
      after: { students: ids(is).size, records: is.flat().length },
      goneStudents: [...ids(was)].filter((id) => !ids(is).has(id)).length,
    });
  }
  return changes;
}

/** The same readings of the same inputs: a record carries the number of its reading. */
function same(was: CanonicalRecord[][], is: CanonicalRecord[][]): boolean {
  const readings = (loads: CanonicalRecord[][]): string => [...new Set(loads.flat().map((one) => `${one.source.input} ${String(one['reading'])}`))].sort().join();
  return readings(was) === readings(is);
}

async function compare(store: SchoolStore, model: Model): Promise<void> {
  const terms = TERMS.filter((term) => model.records(term).length > 0);
  expect(store.terms()).toEqual(terms);
  for (const term of TERMS) {
    const files = await readAll(store, term);
    const expected = model.records(term);
    for (let n = 0; n < STUDENTS; n++) {
      const mine = expected.filter((one) => one.idNumber === student(n).idNumber);
      const order = (records: readonly CanonicalRecord[]): CanonicalRecord[] => records.toSorted((a, b) =>
        compareText(slotOf(a), slotOf(b)) || compareText(a.source.input, b.source.input) || a.source.row - b.source.row);
      const read = files.get(student(n).idNumber) ?? [];
      expect(order(read)).toEqual(order(mine));
      for (const slot of new Set(read.map(slotOf))) for (const input of new Set(read.map((one) => one.source.input))) {
        const rows = read.filter((one) => slotOf(one) === slot && one.source.input === input).map((one) => one.source.row);
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      }
    }
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

test('a store is what its drops make of it', async () => {
  const { home } = await temporaryHome();
  let runs = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    const school = String(100_000 + runs++);
    const store = await home.school(school, { create: true });
    const model = new Model();
    let reading = 0;
    for (const one of steps) {
      if (one.act === 'publish') {
        const expected = model.publish(one.inputs);
        const published = store.publish(one.inputs.map((input) => inputId(String(input))));
        if (expected === null) await expect(published).rejects.toMatchObject({ code: 'record/not-found' });
        else expect(await published).toEqual(expected);
        await compare(store, model);
        continue;
      }
      reading += 1;
      const id = inputId(String(one.input));
      const records = one.cells.map((at, index) => record(id, at.student, index + 2, { school, term: at.term, kind: at.kind, reading }));
      model.staged.delete(one.input);
      if (one.end === 'finish') {
        await stageDrop(store, { id, records });
        model.staged.set(one.input, records);
      } else {
        const staging = await store.stage(id);
        await staging.add(records);
        await staging.abort();
      }
    }
    await store.close();
  }), { numRuns: 40 });
});
