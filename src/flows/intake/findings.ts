/** Collects the findings of one input: exact counts, capped samples. */
import type { Finding } from '../../core/finding.ts';
import { SAMPLE_CAPS } from '../../core/sample-caps.ts';

export class IntakeFindings {
  readonly #counts = new Map<string, number>();
  readonly #samples: Finding[] = [];

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.rule) ?? 0) + 1;
    this.#counts.set(finding.rule, count);
    if (count <= SAMPLE_CAPS.intake) this.#samples.push(finding);
  }

  /** Adds what another collected; the counts are of all it met, the samples the first of them. */
  absorb({ counts, samples }: Pick<IntakeFindings, 'counts' | 'samples'>): void {
    const kept = new Map(this.#counts);
    for (const [code, count] of Object.entries(counts)) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
    for (const sample of samples) {
      const before = kept.get(sample.rule) ?? 0;
      kept.set(sample.rule, before + 1);
      if (before < SAMPLE_CAPS.intake) this.#samples.push(sample);
    }
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
