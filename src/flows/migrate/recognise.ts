/** Reads a file as one of the source system's, or says why it is not. */
import { detect, type Detection } from '../../adapters/detect.ts';
import type { Adapter, Registry } from '../../adapters/registry.ts';
import type { Problem } from '../../core/problem.ts';
import type { OpenFile } from '../../core/table.ts';
import { refusal } from '../intake/refusal.ts';

/** The registry with one adapter alone: what a system's own reader would make of a file. */
export function only(adapter: Adapter): Registry {
  return {
    adapters: [adapter], hash: adapter.hash,
    adapter: (id) => (id === adapter.id ? adapter : null),
    mapping: (id) => adapter.mappings.find((mapping) => mapping.id === id) ?? null,
  };
}

export interface Expected {
  readonly registry: Registry;
  readonly from: Adapter;
  readonly school: string;
  /** For files that do not say theirs. */
  readonly term: string | null;
}

/**
 * Systems that share a layout cannot be told apart by it, so the operator's word counts; a file that fits another
 * system better than the one named is refused.
 */
export function recognise(name: string, file: OpenFile, { registry, from, school, term }: Expected): { detection: Detection; term: string | null } | { problem: Problem } {
  const detection = detect(file, only(from), { systems: [from.id] });
  const best = detect(file, registry);
  const foreign = best.system !== null && best.system !== from.id && best.confidence > detection.confidence;
  if (foreign) return { problem: { code: 'migrate/other-system', params: { file: name, found: best.system ?? '', system: from.id } } };
  const own = detection.term ?? term;
  const problem = refusal(file, detection, { name, school, term: own });
  return problem ? { problem } : { detection, term: own };
}
