/** Records of a sheet in no order: a file may group its rows otherwise than they came. */
import { canonicalJson } from '../../core/canonical-json.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { sha256 } from '../../core/sha256.ts';

/** Says whether two lists hold the same records, each as often; where they were read from does not count. */
export class RecordBag {
  readonly #digests: string[] = [];

  add(record: CanonicalRecord): void {
    const { source: _source, ...rest } = record;
    this.#digests.push(sha256(canonicalJson(rest)));
  }

  /** Equal for equal lists and, as surely as SHA-256, for those only. */
  get digest(): string {
    return sha256(this.#digests.sort().join('\n'));
  }
}
