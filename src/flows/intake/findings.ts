/** Collects the findings of one input: exact counts, capped samples. */
import type { Finding } from '../../core/finding.ts';

/** Samples kept per code and input; the counts stay exact. */
const SAMPLES = 100;

export class IntakeFindings {
  readonly #counts = new Map<string, number>();
  readonly #samples: Finding[] = [];

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.rule) ?? 0) + 1;
    this.#counts.set(finding.rule, count);
    if (count <= SAMPLES) this.#samples.push(finding);
  }

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  get samples(): readonly Finding[] {
    return this.#samples;
  }

  /** Codes met, for the contract's `reasons`. */
  get codes(): readonly string[] {
    return Object.keys(this.counts);
  }
}
