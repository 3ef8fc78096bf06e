/** What students and schools do: each act on one student's record, or the reason why it cannot be done. */
import type { Answer, Item, Objection, StudentRecord } from './record.ts';
import { type Event, next } from './states.ts';

export interface Acted {
  readonly record: StudentRecord;
  /** Items whose state the act changed; an act that changes none has nothing to do. */
  readonly changed: number;
}

/** Applies an event to the items it is meant for and possible in; the others stay as they are. */
function apply(record: StudentRecord, event: (item: Item, at: number) => Event | null, change: (item: Item) => Partial<Item>): Acted {
  let changed = 0;
  const items = record.items.map((item, at): Item => {
    const wanted = event(item, at);
    const state = wanted === null ? null : next(item.state, wanted);
    if (state === null) return item;
    changed += 1;
    return { ...item, ...change(item), state };
  });
  return { record: { ...record, items }, changed };
}

/** True while the student has raised a doubt that is not settled: then silence means nothing. */
export function isDoubted({ items }: StudentRecord): boolean {
  return items.some(({ state }) => state === 'objected' || state === 'answered' || state === 'corrected' || state === 'resubmitted');
}

/**
 * Objections that wait for an answer: with something still in the receipt that they are about.
 * @requirement RULE-314
 */
export function pending({ items, objections }: StudentRecord): readonly Objection[] {
  const live = new Set(items.filter(({ state }) => state === 'objected').flatMap((item) => item.objections));
  return objections.filter(({ id, waiting }) => waiting && live.has(id));
}

const byStudent = (item: Item): boolean => item.state === 'confirmed' && item.confirmed?.why === 'student';

/** The student says that everything is right; objections that nobody has acted on are taken back. What is being corrected waits. */
export function confirm(record: StudentRecord, on: string): Acted {
  return apply(record, (item) => (byStudent(item) ? null : 'confirm'), () => ({ confirmed: { why: 'student', on } }));
}

/**
 * Silence after the window: what was open in it is confirmed (RULE-313), unless the student raised a doubt.
 * @param version newest import the window was opened for; rows that came later had no window yet
 * @requirement RULE-313
 */
export function lapse(record: StudentRecord, on: string, version: number): Acted {
  if (isDoubted(record)) return { record, changed: 0 };
  return apply(record, (item) => (item.version <= version ? 'lapse' : null), () => ({ confirmed: { why: 'silence', on } }));
}

/** @param rows which items the doubt is about, by position; all of them when left out */
export function object(record: StudentRecord, objection: Pick<Objection, 'id' | 'on' | 'due' | 'text'>, rows?: readonly number[]): Acted {
  const meant = (at: number): boolean => rows === undefined || rows.includes(at);
  const acted = apply(record, (_item, at) => (meant(at) ? 'object' : null), (item) => ({ confirmed: null, objections: [...item.objections, objection.id] }));
  if (acted.changed === 0) return acted;
  return { ...acted, record: { ...acted.record, objections: [...record.objections, { ...objection, answers: [], waiting: true }] } };
}

/** What the answers to an item's objections come to; null while one of them waits. */
function outcomeOf(item: Item, objections: readonly Objection[]): Event | null {
  const about = objections.filter(({ id }) => item.objections.includes(id));
  if (about.some(({ waiting }) => waiting)) return null;
  return about.some(({ answers }) => answers.at(-1)?.outcome === 'corrected') ? 'correct' : 'answer';
}

/**
 * The school's answer: the data is right, or it was corrected. What has another objection waiting stays where it is.
 * @param shownBy number of the next submission, which may carry a correction
 */
export function answer(record: StudentRecord, id: string, given: Answer, shownBy: number): Acted {
  if (!record.items.some((item) => item.objections.includes(id) && (item.state === 'objected' || item.state === 'answered'))) return { record, changed: 0 };
  const objections = record.objections.map((one) => (one.id === id ? { ...one, answers: [...one.answers, given], waiting: false } : one));
  const acted = apply({ ...record, objections }, (item) => (item.objections.includes(id) ? outcomeOf(item, objections) : null), (item) => ({ shownBy: outcomeOf(item, objections) === 'correct' ? shownBy : null }));
  return { ...acted, changed: Math.max(acted.changed, 1) };
}

/** What was corrected went out in a correction. */
export function resubmit(record: StudentRecord, submission: number): Acted {
  return apply(record, () => 'resubmit', () => ({ shownBy: submission }));
}
