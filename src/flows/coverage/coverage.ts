/** Which requirement is held by what, and where nothing holds it, why. */
import type { Bilingual } from '../../core/problem.ts';
import type { Requirement } from '../../core/requirements.ts';
import type { Claim } from './claims.ts';

export interface CoverageLine {
  readonly requirement: Requirement;
  /** Ids of the claims, rules first; null for none. */
  readonly coveredBy: readonly string[] | null;
  /** Why nothing covers it; beside a coverage, what of it is not covered. Null where there is nothing to say. */
  readonly reason: Bilingual | null;
}

/** One line a requirement, in their order. */
export function coverage(requirements: readonly Requirement[], claims: readonly Claim[], reasons: Readonly<Record<string, Bilingual>>): CoverageLine[] {
  return requirements.map((requirement) => {
    const held = claims.filter((claim) => claim.requirements.includes(requirement.id)).map(({ id }) => id);
    return { requirement, coveredBy: held.length > 0 ? held : null, reason: reasons[requirement.id] ?? null };
  });
}

/** What is wrong with a coverage, in English for its authors; a checked requirement needs more than a list of values. */
export function coverageMistakes(requirements: readonly Requirement[], claims: readonly Claim[], reasons: Readonly<Record<string, Bilingual>>): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  const held = new Set(claims.filter(({ by }) => by !== 'list').flatMap((claim) => claim.requirements));
  return [
    ...claims.flatMap(({ id, requirements: claimed }) => claimed.filter((one) => !known.has(one)).map((one) => `${id} names ${one}, which does not exist`)),
    ...Object.keys(reasons).filter((id) => !known.has(id)).map((id) => `a reason is given for ${id}, which does not exist`),
    ...requirements.filter(({ id }) => !held.has(id) && reasons[id] === undefined).map(({ id, kind }) => `${id} (${kind}) is covered by nothing, and no reason is given`),
    ...requirements.filter(({ id, kind }) => (kind === 'policy' || kind === 'context') && reasons[id] === undefined).map(({ id, kind }) => `${id} (${kind}) has no reason why it is not a rule`),
  ];
}
