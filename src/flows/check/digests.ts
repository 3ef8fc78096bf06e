/** Per-student digests of a term's records: what the gate compares between submissions. */
import type { CanonicalRecord } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';
import type { StudentFile } from '../../store/port.ts';

/** Record type → keyed student reference → digest over that student's records of the type. */
export type Digests = Record<string, Record<string, string>>;

/** Where a record came from does not change what it says; whose it is and which type stand with the digest. */
const UNSAID: ReadonlySet<string> = new Set(['source', 'extra', 'type', 'school', 'term', 'idNumber', 'birthDate']);

/** The fields that records of one make say, ascending. */
interface Plan {
  /** All their keys as they stand in the record. */
  readonly keys: readonly string[];
  readonly said: readonly string[];
  /** Stands for the names of `said`; behind the values, so that few characters tell two records apart. */
  readonly mark: string;
}

/** Digests of all students of a term. */
export async function digestsOf(students: AsyncIterable<StudentFile>): Promise<Digests> {
  const digester = new Digester();
  for await (const student of students) digester.add(student);
  return digester.digests;
}

/** Digests of one term while its students go by. */
export class Digester {
  readonly digests: Digests = {};
  readonly #plans = new Map<string, Plan>();
  #last: Plan = { keys: [], said: [], mark: '' };

  /** Adds one student. */
  add(student: StudentFile): void {
    const byType = new Map<string, string[]>();
    for (const record of student.records) {
      const list = byType.get(record.type);
      if (list) list.push(this.#content(record));
      else byType.set(record.type, [this.#content(record)]);
    }
    for (const [type, contents] of byType) (this.digests[type] ??= {})[student.ref] = sha256(contents.sort().join('\n')).slice(0, 24);
  }

  #content(record: CanonicalRecord): string {
    const { said, mark } = this.#plan(record);
    const values: unknown[] = [];
    // Columns may stand in another order next time.
    for (const field of said) values.push(field === 'raw' ? Object.entries(record.raw ?? {}).sort() : record[field]);
    return JSON.stringify(values) + mark;
  }

  /** Records of one sheet have the same keys nearly always, so the last plan mostly fits. */
  #plan(record: CanonicalRecord): Plan {
    const keys = Object.keys(record);
    const last = this.#last.keys;
    if (keys.length === last.length && keys.every((key, at) => key === last[at])) return this.#last;
    const name = keys.join(' ');
    let plan = this.#plans.get(name);
    if (!plan) {
      const said = keys.filter((key) => !UNSAID.has(key)).sort();
      this.#plans.set(name, (plan = { keys, said, mark: sha256(said.join(' ')).slice(0, 12) }));
    }
    return (this.#last = plan);
  }
}
