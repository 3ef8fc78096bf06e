/** The sets of fields that records of one table have, each with its builder. */
import { type Build, fixedBuilder, looseBuilder, type PlacedField } from './builder.ts';

export interface Shape {
  readonly build: Build;
  /** True once a record of exactly these fields was found right as a whole. */
  proven: boolean;
}

/** Sets that get a builder of their own: cells left blank at random could ask for one with every row. */
const KEPT = 256;
/** One bit for each field, and two more, in a number that counts exactly. */
const MOST_FIELDS = 50;

export class Shapes {
  readonly #type: string;
  readonly #constants: Readonly<Record<string, string>>;
  readonly #fields: readonly PlacedField[];
  readonly #known = new Map<number, Shape>();
  readonly #loose: Build;
  #last: Shape | null = null;
  #lastKey = -1;

  constructor(type: string, constants: Readonly<Record<string, string>>, fields: readonly string[]) {
    if (fields.length > MOST_FIELDS) throw new TypeError(`${type} is filled from more than ${MOST_FIELDS} columns`);
    this.#type = type;
    this.#constants = constants;
    this.#fields = fields.map((name, place) => ({ name, place }));
    this.#loose = looseBuilder(type, constants, this.#fields);
  }

  /** @param missing sum of {@link shapeBit} of the fields that have no value */
  of(missing: number, raw: boolean, extra: boolean): Shape {
    const key = missing * 4 + (raw ? 2 : 0) + (extra ? 1 : 0);
    if (key !== this.#lastKey || this.#last === null) {
      this.#last = this.#find(key, missing, raw, extra);
      this.#lastKey = key;
    }
    return this.#last;
  }

  #find(key: number, missing: number, raw: boolean, extra: boolean): Shape {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= KEPT) return { build: this.#loose, proven: false };
    const fields = this.#fields.filter(({ place }) => Math.floor(missing / shapeBit(place)) % 2 === 0);
    const shape = { build: fixedBuilder(this.#type, this.#constants, fields, { raw, extra }), proven: false };
    this.#known.set(key, shape);
    return shape;
  }
}

/** What a missing field at `place` adds to the sum that names a shape. */
export function shapeBit(place: number): number {
  return 2 ** place;
}
