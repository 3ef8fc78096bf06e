/** Records of a sheet in no order: a file may group its rows otherwise than they came. */
import type { CanonicalRecord } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';

/** Keys in one order at every depth, as the order of columns says nothing. */
function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Says whether two lists hold the same records, each as often; where they were read from does not count. */
export class RecordBag {
  readonly #digests: string[] = [];

  add(record: CanonicalRecord): void {
    const { source: _source, ...rest } = record;
    this.#digests.push(sha256(JSON.stringify(rest, ordered)));
  }

  /** Equal for equal lists and, as surely as SHA-256, for those only. */
  get digest(): string {
    return sha256(this.#digests.sort().join('\n'));
  }
}
