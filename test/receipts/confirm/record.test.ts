import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/days.ts';
import { answer, type Acted, confirm, isDoubted, lapse, object, pending, resubmit } from '../../../src/receipts/confirm/act.ts';
import { carry, merged } from '../../../src/receipts/confirm/carry.ts';
import type { Item, RowRef, StudentRecord } from '../../../src/receipts/confirm/record.ts';
import { countStudents, lineState, standingOf, whoseMove } from '../../../src/receipts/confirm/summary.ts';
import { daysIn, isDue, isOpen, type Window, windowFault } from '../../../src/receipts/confirm/window.ts';

const KEY = { idNumber: 'A123456789', birthDate: '2009-05-04' };
const DAY = '2026-03-02';
const row = (hash: string, sheet = '學期成績'): RowRef => ({ sheet, hash });
const receipt = (version: number, submission = 1) => ({ version, submission, due: addDays(DAY, 3) });
const first = (...hashes: readonly string[]): StudentRecord => carry(null, KEY, hashes.map((hash) => row(hash)), receipt(1));
const states = ({ items }: StudentRecord): string => items.map(({ sheet, hash, state }) => `${sheet === '' ? '*' : hash}:${state}`).join(' ');
const doubt = (record: StudentRecord, rows?: readonly number[], id = 'q1'): StudentRecord => object(record, { id, on: DAY, due: addDays(DAY, 3), text: '少一科' }, rows).record;
const right = { on: DAY, outcome: 'right', text: '查核無誤' } as const;
const corrected = { on: DAY, outcome: 'corrected', text: '已更正' } as const;

describe('a newer receipt', () => {
  test('keeps what was confirmed for equal rows, as many as there are', () => {
    const before = confirm(first('a', 'a', 'b'), DAY).record;
    expect(states(carry(before, KEY, [row('a'), row('c')], receipt(2)))).toBe('a:confirmed c:open *:open');
    expect(states(carry(before, KEY, [row('b'), row('a'), row('a')], receipt(2)))).toBe('b:confirmed a:confirmed a:confirmed *:confirmed');
    expect(states(carry(before, KEY, [row('a', '補修成績')], receipt(2)))).toBe('a:open *:open');
  });

  test('a row that is gone is asked about, through the list as a whole', () => {
    const after = carry(confirm(first('a', 'b'), DAY).record, KEY, [row('a')], receipt(2));
    expect(states(after)).toBe('a:confirmed *:open');
    expect(after.past.map(({ hash, state, confirmed }) => [hash === 'b', state, confirmed?.why])).toEqual([[true, 'superseded', 'student'], [false, 'superseded', 'student']]);
    expect(standingOf(after)).toBe('open');
  });

  test('asks a student of whom nothing was received about exactly that', () => {
    expect(states(first())).toBe('*:open');
    expect(standingOf(confirm(first(), DAY).record)).toBe('confirmed');
  });

  test('settles an objection whose row it changed, and gives back one whose correction changed nothing', () => {
    const sent = resubmit(answer(doubt(first('a', 'b'), [0]), 'q1', corrected, 2).record, 2).record;
    expect(states(sent)).toBe('a:resubmitted b:open *:open');
    expect(states(carry(sent, KEY, [row('A'), row('b')], receipt(2, 2)))).toBe('A:open b:open *:open');
    const back = carry(sent, KEY, [row('a'), row('b')], { ...receipt(2, 2), due: '2026-03-20' });
    expect(states(back)).toBe('a:objected b:open *:open');
    expect(pending(back)).toMatchObject([{ id: 'q1', due: '2026-03-20', answers: [corrected] }]);
    expect(states(carry(sent, KEY, [row('a'), row('b')], receipt(2, 1)))).toBe('a:resubmitted b:open *:open');
  });

  test('of a whole new submission shows a correction too, and one of before the correction does not', () => {
    const fixed = answer(doubt(first('a', 'b'), [0]), 'q1', corrected, 3).record;
    expect(states(carry(fixed, KEY, [row('a'), row('b')], receipt(2, 2)))).toBe('a:corrected b:open *:open');
    expect(states(carry(fixed, KEY, [row('a'), row('b')], receipt(2, 3)))).toBe('a:objected b:open *:open');
    expect(states(carry(fixed, KEY, [row('A'), row('b')], receipt(2, 3)))).toBe('A:open b:open *:open');
  });

  test('that changed something of a doubt about everything lets the student look again', () => {
    const sent = resubmit(answer(doubt(first('a', 'b')), 'q1', corrected, 2).record, 2).record;
    const after = carry(sent, KEY, [row('A'), row('b')], receipt(3, 2));
    expect(states(after)).toBe('A:open b:open *:open');
    expect(after.items.map(({ version }) => version)).toEqual([3, 3, 3]);
    expect(pending(after)).toEqual([]);
  });

  test('finds what stands under a former key', () => {
    const [old, now] = [confirm(first('a'), DAY).record, first('b')];
    expect(states(carry(merged([now, old]), KEY, [row('a'), row('b')], receipt(2)))).toBe('a:confirmed b:open *:open');
  });
});

describe('a student', () => {
  test('who says nothing agrees when the window is over, to what the window was for', () => {
    const late = carry(first('a'), KEY, [row('a'), row('b')], receipt(2));
    const after = lapse(late, DAY, 1);
    expect(states(after.record)).toBe('a:confirmed b:open *:open');
    expect(standingOf(lapse(late, DAY, 2).record)).toBe('silent');
  });

  test('who raised a doubt is never taken to agree', () => {
    for (const record of [doubt(first('a', 'b'), [0]), answer(doubt(first('a', 'b'), [0]), 'q1', right, 2).record, answer(doubt(first('a', 'b'), [0]), 'q1', corrected, 2).record]) {
      expect(lapse(record, DAY, 9)).toEqual({ record, changed: 0 });
    }
  });

  test('who agrees in words after silence has agreed in words', () => {
    expect(standingOf(confirm(lapse(first('a'), DAY, 1).record, DAY).record)).toBe('confirmed');
  });

  test('may take an objection back, but not while it is being corrected', () => {
    expect(states(confirm(doubt(first('a')), DAY).record)).toBe('a:confirmed *:confirmed');
    const fixed = answer(doubt(first('a', 'b'), [0]), 'q1', corrected, 2).record;
    expect(states(confirm(fixed, DAY).record)).toBe('a:corrected b:confirmed *:confirmed');
    expect(confirm(answer(doubt(first()), 'q1', corrected, 2).record, DAY).changed).toBe(0);
  });

  test('with two objections to one row is answered twice', () => {
    const twice = doubt(doubt(first('a'), [0]), [0], 'q2');
    const once = answer(twice, 'q1', corrected, 2).record;
    expect(states(once)).toBe('a:objected *:open');
    expect(pending(once).map(({ id }) => id)).toEqual(['q2']);
    expect(states(answer(once, 'q2', right, 2).record)).toBe('a:corrected *:open');
  });

  test('cannot be answered where nobody asked', () => {
    expect(answer(first('a'), 'q9', right, 2).changed).toBe(0);
    expect(answer(confirm(doubt(first('a')), DAY).record, 'q1', right, 2).changed).toBe(0);
  });
});

/** What may happen, in any order. */
type Step = { readonly does: 'confirm' | 'lapse' | 'resubmit' } | { readonly does: 'object'; readonly rows: readonly number[] } | { readonly does: 'answer'; readonly outcome: 'right' | 'corrected' } | { readonly does: 'receive'; readonly hashes: readonly string[]; readonly answersTo: number };

const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.constantFrom<Step>({ does: 'confirm' }, { does: 'lapse' }, { does: 'resubmit' }),
  fc.array(fc.nat(4), { maxLength: 3 }).map((rows): Step => ({ does: 'object', rows })),
  fc.constantFrom<Step>({ does: 'answer', outcome: 'right' }, { does: 'answer', outcome: 'corrected' }),
  fc.tuple(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 }), fc.nat(3)).map(([hashes, answersTo]): Step => ({ does: 'receive', hashes, answersTo })),
);

function apply(record: StudentRecord, one: Step, at: number): Acted {
  switch (one.does) {
    case 'confirm': return confirm(record, DAY);
    case 'lapse': return lapse(record, DAY, at);
    case 'resubmit': return resubmit(record, at);
    case 'object': return object(record, { id: `q${at}`, on: DAY, due: DAY, text: 't' }, one.rows);
    case 'answer': return answer(record, pending(record)[0]?.id ?? 'none', { on: DAY, outcome: one.outcome, text: 't' }, at);
    case 'receive': return { record: carry(record, KEY, one.hashes.map((hash) => row(hash)), receipt(at, one.answersTo)), changed: 1 };
  }
}

const ofStudent = (item: Item): boolean => item.state === 'confirmed';

describe('whatever happens in whatever order', () => {
  test('no confirmation is lost, none is invented, and nothing is forgotten', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), fc.array(step, { maxLength: 20 }), (hashes, steps) => {
      let record = carry(null, KEY, hashes.map((hash) => row(hash)), receipt(1));
      let inReceipt: readonly string[] = hashes;
      for (const [index, one] of steps.entries()) {
        const before = record;
        ({ record } = apply(before, one, index + 2));
        if (one.does === 'receive') inReceipt = one.hashes;

        // The record speaks of exactly the rows of the newest receipt, and of the list as a whole.
        expect(record.items.map(({ hash, sheet }) => (sheet === '' ? '*' : hash))).toEqual([...inReceipt, '*']);
        // Confirmed is only what says how and when, and everything that says so is confirmed or was.
        for (const item of record.items) expect(item.confirmed !== null).toBe(item.state === 'confirmed');

        const kept = before.items.filter(ofStudent);
        if (one.does === 'receive') {
          // A confirmation goes on with an equal row or into the past, and nowhere else does one come from.
          const after = [...record.items.filter(ofStudent), ...record.past.slice(before.past.length).filter(({ confirmed }) => confirmed !== null)];
          expect(after.map(({ sheet, hash }) => `${sheet} ${hash}`).sort()).toEqual(kept.map(({ sheet, hash }) => `${sheet} ${hash}`).sort());
          const names = (items: readonly Item[]): string[] => items.map(({ sheet, hash, version }) => `${sheet} ${hash} ${version}`).sort();
          const old = [...record.items.filter(({ version }) => version < index + 2), ...record.past.slice(before.past.length)];
          const reopened = record.items.filter(({ version, state }) => version === index + 2 && state !== 'open');
          // What was there is there still, or in the past; what comes back from a correction counts as new.
          expect(old.length + reopened.length).toBeLessThanOrEqual(before.items.length);
          expect(names(old).every((name) => names(before.items).includes(name))).toBe(true);
        } else {
          expect(record.past).toEqual(before.past);
          const lost = before.items.filter((item, at) => ofStudent(item) && !ofStudent(record.items[at]!));
          expect(lost.length === 0 || one.does === 'object').toBe(true);
          const gained = record.items.filter((item, at) => ofStudent(item) && !ofStudent(before.items[at]!));
          expect(gained.length === 0 || one.does === 'confirm' || (one.does === 'lapse' && !isDoubted(before))).toBe(true);
        }
        // The past only grows, and objections are never forgotten.
        expect(record.past.slice(0, before.past.length)).toEqual(before.past);
        expect(record.objections.map(({ id }) => id).slice(0, before.objections.length)).toEqual(before.objections.map(({ id }) => id));
        for (const { id } of pending(record)) expect(record.items.some(({ state, objections }) => state === 'objected' && objections.includes(id))).toBe(true);
        // An objected row always has somebody waiting for an answer.
        if (record.items.some(({ state }) => state === 'objected')) expect(pending(record).length).toBeGreaterThan(0);
      }
    }), { numRuns: 500 });
  });

  test('each student is counted once', () => {
    fc.assert(fc.property(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 12 }), (histories) => {
      const records = histories.map((steps) => steps.reduce((record, one, at) => apply(record, one, at + 2).record, first('a', 'b')));
      const { students, pending: waiting, overdue, ...standings } = countStudents(records, '2026-03-09');
      expect(students).toBe(histories.length);
      expect(Object.values(standings).reduce((sum, number) => sum + number, 0)).toBe(students);
      expect(overdue).toBeLessThanOrEqual(waiting);
    }));
  });
});

describe('a window', () => {
  const about = { received: '2026-03-02', today: '2026-03-02', days: 3, running: null };

  test('has three days at least, both ends counted, none before the receipt and none that is over', () => {
    expect(windowFault({ from: '2026-03-02', to: '2026-03-04' }, about)).toBeNull();
    expect(windowFault({ from: '2026-03-02', to: '2026-03-03' }, about)).toBe('too-short');
    expect(windowFault({ from: '2026-03-05', to: '2026-03-02' }, about)).toBe('too-short');
    expect(windowFault({ from: '2026-03-01', to: '2026-03-09' }, about)).toBe('too-early');
    expect(windowFault({ from: '2026-03-02', to: '2026-03-04' }, { ...about, today: '2026-03-05' })).toBe('over');
    expect(daysIn('2026-02-27', '2026-03-01')).toBe(3);
  });

  test('that is open may be prolonged and not cut short', () => {
    const running: Window = { from: '2026-03-02', to: '2026-03-06', version: 1, closed: null };
    expect(windowFault({ from: '2026-03-02', to: '2026-03-05' }, { ...about, today: '2026-03-03', running })).toBe('shortened');
    expect(windowFault({ from: '2026-03-02', to: '2026-03-08' }, { ...about, today: '2026-03-03', running })).toBeNull();
  });

  test('is open from its first day to its last, and due the day after', () => {
    const one: Window = { from: '2026-03-02', to: '2026-03-04', version: 1, closed: null };
    expect(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map((day) => [isOpen(one, day), isDue(one, day)])).toEqual([[false, false], [true, false], [true, false], [false, true]]);
    expect(isDue({ ...one, closed: '2026-03-05' }, '2026-03-05')).toBe(false);
  });

  test('says with the counts how a line stands and whose move it is', () => {
    const one: Window = { from: '2026-03-02', to: '2026-03-04', version: 1, closed: null };
    const stand = (records: readonly StudentRecord[], window: Window | null, today: string) => {
      const counts = countStudents(records, today);
      const state = lineState(window, counts, today);
      return [state, whoseMove(state, counts)];
    };
    expect(stand([first('a')], null, DAY)).toEqual(['waiting', 'school']);
    expect(stand([first('a')], one, '2026-03-01')).toEqual(['announced', 'none']);
    expect(stand([first('a')], one, DAY)).toEqual(['open', 'none']);
    expect(stand([doubt(first('a'))], one, DAY)).toEqual(['open', 'school']);
    expect(stand([doubt(first('a'))], one, '2026-03-06')).toEqual(['ended', 'data-centre']);
    expect(stand([lapse(first('a'), DAY, 1).record], { ...one, closed: '2026-03-05' }, '2026-03-05')).toEqual(['settled', 'none']);
    expect(stand([answer(doubt(first('a')), 'q1', right, 2).record], { ...one, closed: '2026-03-05' }, '2026-03-05')).toEqual(['closed', 'school']);
  });
});
