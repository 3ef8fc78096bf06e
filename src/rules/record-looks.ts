/**
 * Asks the rules that look at single records, and asks as seldom as possible. A term has thirty thousand course records
 * but few hundred courses and few thousand combinations of scores: a rule that says which fields it reads is asked
 * once for equal values of these. One more rule about fields that others read already costs next to nothing.
 */
import type { CanonicalRecord, RecordType } from '../core/record.ts';

/** One question to a record. */
export interface Look {
  /** Fields of which equal values give equal answers; null: ask each time. */
  readonly reads: readonly string[] | null;
  /** Reports what it finds; true when that was something. */
  ask(record: CanonicalRecord): boolean;
}

/** Which looks find something in records of equal values; most often none, which is `NOBODY`. */
type Verdict = readonly Look[];
type Level = Map<unknown, Level | Verdict>;

const NOBODY: Verdict = [];
/** Verdicts remembered in one group; fields of more combinations than that are nearly all different anyway. */
const REMEMBERED = 8192;

/** Looks that read the same fields, or some of them. */
class Group {
  readonly fields: readonly string[];
  readonly looks: Look[] = [];
  /** Where the fields stand among the values of the plan. */
  places: readonly number[] = [];
  readonly #verdicts: Level = new Map();
  #remembered = 0;

  /** At least one field. */
  constructor(fields: readonly string[]) {
    this.fields = fields;
  }

  look(record: CanonicalRecord, values: readonly unknown[]): void {
    const { places } = this;
    const last = places.length - 1;
    let level = this.#verdicts;
    for (let at = 0; at < last; at++) {
      const next = level.get(values[places[at]!]);
      if (next === undefined) {
        this.#learn(record);
        return;
      }
      level = next as Level;
    }
    const verdict = level.get(values[places[last]!]) as Verdict | undefined;
    if (verdict === NOBODY) return;
    if (verdict === undefined) this.#learn(record);
    else for (const look of verdict) look.ask(record);
  }

  #learn(record: CanonicalRecord): void {
    const found = this.looks.filter((look) => look.ask(record));
    if (this.#remembered === REMEMBERED) return;
    this.#remembered += 1;
    let level = this.#verdicts;
    for (const field of this.fields.slice(0, -1)) {
      const value = record[field];
      let next = level.get(value) as Level | undefined;
      if (!next) level.set(value, (next = new Map()));
      level = next;
    }
    level.set(record[this.fields.at(-1)!], found.length === 0 ? NOBODY : found);
  }
}

/** How records of one type and kind with the same fields are looked at. */
interface Plan {
  readonly type: RecordType;
  readonly kind: string | undefined;
  /** The fields, in the order they stand in the record. */
  readonly keys: readonly string[];
  readonly groups: readonly Group[];
  /** The values of all fields that a group reads. */
  readonly values: (record: CanonicalRecord) => readonly unknown[];
  /** Looks that read nothing of what these records have: one answer holds for all. */
  readonly alike: readonly Look[];
  /** Those of `alike` that find something; null until one record was asked about. */
  found: readonly Look[] | null;
  readonly always: readonly Look[];
}

/** Sets of fields that get a plan of their own: cells left blank at random could ask for one with every row. */
const PLANS = 256;

/** Code with every name written out: a look at a field whose name is a variable takes several times as long. */
function reader(fields: readonly string[]): (record: CanonicalRecord) => readonly unknown[] {
  return new Function('record', `return [${fields.map((field) => `record[${JSON.stringify(field)}]`).join()}];`) as (record: CanonicalRecord) => readonly unknown[];
}

/** Fields a record lacks are alike in all records of the plan: they need no place in the question. */
function planFor(record: CanonicalRecord, keys: readonly string[], looks: readonly Look[]): Plan {
  const always = looks.filter(({ reads }) => reads === null);
  const groups: Group[] = [];
  const reading = looks.flatMap((look) => (look.reads === null ? [] : [{ look, fields: keys.filter((key) => look.reads!.includes(key)) }]));
  for (const { look, fields } of reading.filter((one) => one.fields.length > 0).toSorted((a, b) => b.fields.length - a.fields.length)) {
    let group = groups.find((wider) => fields.every((field) => wider.fields.includes(field)));
    if (!group) groups.push((group = new Group(fields)));
    group.looks.push(look);
  }
  const read = [...new Set(groups.flatMap((group) => group.fields))];
  for (const group of groups) group.places = group.fields.map((field) => read.indexOf(field));
  const alike = reading.filter(({ fields }) => fields.length === 0).map(({ look }) => look);
  return { type: record.type, kind: record.kind, keys, groups, values: reader(read), alike, found: null, always };
}

export class RecordLooks {
  readonly #looks: ReadonlyMap<RecordType, readonly Look[]>;
  readonly #plans = new Map<string, Plan>();
  #last: Plan | null = null;

  constructor(looks: ReadonlyMap<RecordType, readonly Look[]>) {
    this.#looks = looks;
  }

  look(record: CanonicalRecord): void {
    const plan = this.#plan(record);
    if (plan === null) {
      for (const look of this.#looks.get(record.type) ?? []) look.ask(record);
      return;
    }
    const values = plan.values(record);
    for (let at = 0; at < plan.groups.length; at++) plan.groups[at]!.look(record, values);
    if (plan.found === null) plan.found = plan.alike.filter((look) => look.ask(record));
    else for (let at = 0; at < plan.found.length; at++) plan.found[at]!.ask(record);
    for (let at = 0; at < plan.always.length; at++) plan.always[at]!.ask(record);
  }

  /** Records of one sheet have the same fields nearly always, so the last plan mostly fits. */
  #plan(record: CanonicalRecord): Plan | null {
    const last = this.#last;
    if (last !== null && last.type === record.type && last.kind === record.kind && hasKeys(record, last.keys)) return last;
    const keys = Object.keys(record);
    const name = [record.type, record.kind ?? '', ...keys].join(' ');
    let plan = this.#plans.get(name);
    if (!plan) {
      if (this.#plans.size >= PLANS) return null;
      this.#plans.set(name, (plan = planFor(record, keys, this.#looks.get(record.type) ?? [])));
    }
    return (this.#last = plan);
  }
}

/** True where these are its keys, in this order. Making a list of them to compare takes twice as long. */
function hasKeys(record: CanonicalRecord, keys: readonly string[]): boolean {
  let at = 0;
  for (const key in record) if (key !== keys[at++]) return false;
  return at === keys.length;
}
