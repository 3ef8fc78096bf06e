/** Puts the records of one slot together from the values of their rows. */
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import type { DocumentPlace } from './rows.ts';

/** What is the same for all records of a slot, as the generated code sees it. */
type Shared = Pick<DocumentPlace, 'type' | 'kind' | 'school' | 'term' | 'input'>;

type Make = (shared: Shared, student: StudentKey | null, row: number, values: readonly unknown[]) => CanonicalRecord;

/** Sets of present fields that get code of their own: fields left blank at random could ask for one with every row. */
const KEPT = 256;
/** One bit for each column, in a number that counts exactly. */
const MOST_COLUMNS = 50;
const BITS: readonly number[] = Array.from({ length: MOST_COLUMNS }, (_, column) => 2 ** column);
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** The code for records of exactly these fields, every name written out. */
function fixed(hasKind: boolean, keyed: boolean, fields: readonly (readonly [name: string, column: number])[]): Make {
  const parts = [
    'type:shared.type', ...(hasKind ? ['kind:shared.kind'] : []), 'school:shared.school,term:shared.term',
    ...(keyed ? ['idNumber:student.idNumber,birthDate:student.birthDate'] : []),
    'source:{input:shared.input,table:values[0],row}', ...fields.map(([name, column]) => `${name}:values[${column}]`),
  ];
  return new Function('shared', 'student', 'row', 'values', `return {${parts.join(',')}};`) as Make;
}

/**
 * An object whose twenty fields are added one by one becomes a dictionary, which takes twice as long to make and every
 * later look at a field several times as long: all rules over a school's term took half as long once it was none.
 */
export class RecordMaker {
  readonly #shared: Shared;
  readonly #fields: readonly string[];
  /** Column of the first field; before it stands the table. */
  readonly #first: number;
  readonly #plain: boolean;
  readonly #known = new Map<number, Make>();
  #last: Make | null = null;
  #lastKey = -1;

  constructor({ type, kind, school, term, input }: DocumentPlace, fields: readonly string[], first: number) {
    this.#shared = { type, kind, school, term, input };
    this.#fields = fields;
    this.#first = first;
    this.#plain = first + fields.length < MOST_COLUMNS && fields.every((field) => NAME.test(field));
  }

  /** `values` by column, undefined for absent fields; no record keeps the array. */
  make(student: StudentKey | null, row: number, values: readonly unknown[]): CanonicalRecord {
    if (!this.#plain) return this.#loose(student, row, values);
    let key = student ? 1 : 0;
    for (let column = this.#first; column < values.length; column++) if (values[column] !== undefined) key += BITS[column]!;
    if (key !== this.#lastKey || this.#last === null) {
      this.#last = this.#maker(key, student !== null, values);
      this.#lastKey = key;
    }
    return this.#last(this.#shared, student, row, values);
  }

  #maker(key: number, keyed: boolean, values: readonly unknown[]): Make {
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= KEPT) return (_shared, student, row, own) => this.#loose(student, row, own);
    const present = this.#fields.map((name, at) => [name, this.#first + at] as const).filter(([, column]) => values[column] !== undefined);
    const make = fixed(this.#shared.kind !== '', keyed, present);
    this.#known.set(key, make);
    return make;
  }

  #loose(student: StudentKey | null, row: number, values: readonly unknown[]): CanonicalRecord {
    const { type, kind, school, term, input } = this.#shared;
    const record: Record<string, unknown> = {
      type, ...(kind === '' ? {} : { kind }), school, term, ...student, source: { input, table: values[0], row },
    };
    for (const [at, field] of this.#fields.entries()) {
      const value = values[this.#first + at];
      if (value !== undefined) record[field] = value;
    }
    return record as unknown as CanonicalRecord;
  }
}
