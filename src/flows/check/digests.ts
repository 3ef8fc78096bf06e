/** Per-student digests of a term's records: what the gate compares between submissions. */
import type { CanonicalRecord } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';
import type { SchoolStore, StudentFile } from '../../store/port.ts';

/** Record type → keyed student reference → digest over that student's records of the type. */
export type Digests = Record<string, Record<string, string>>;

/** Where a record came from does not change what it says. */
function content(record: CanonicalRecord): string {
  const { source: _source, extra: _extra, ...said } = record;
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds one student to the digests. */
export function addDigests(digests: Digests, store: SchoolStore, student: StudentFile): void {
  const byType = new Map<string, string[]>();
  for (const record of student.records) {
    const list = byType.get(record.type);
    if (list) list.push(content(record));
    else byType.set(record.type, [content(record)]);
  }
  const ref = store.studentRef(student.key);
  for (const [type, contents] of byType) {
    const digest = sha256(contents.sort().join('\n')).slice(0, 24);
    (digests[type] ??= {})[ref] = digest;
  }
}
