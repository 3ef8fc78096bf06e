/** One person's standing at a school, and where everything they came with belongs. */
import type { SchoolStore } from '../../../store/port.ts';
import { schoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { CARRIED, type Person } from '../gather.ts';
import { type MergedItem, OWN } from '../items/merge.ts';
import { type PlacedItem, placeItems } from './place.ts';
import { type StatusPolicy, statusPolicy } from './policy.ts';
import { type Standing, standingOf } from './standing.ts';

/** A school that reports what students came with. */
export interface Reporting {
  readonly school: string;
  /** `day`, `night` or both; empty where the school has not said. */
  readonly divisions: readonly string[];
  readonly policy: StatusPolicy;
}

/** @throws {Fault} `config/invalid` */
export function reportingBy({ home }: Services, { school }: SchoolStore): Reporting {
  return { school, divisions: schoolSettings(home, school).divisions, policy: statusPolicy(home.path) };
}

export interface PlacedPerson {
  readonly standing: Standing;
  readonly placed: readonly PlacedItem[];
}

/** @param items left out for those of the person, as they are merged */
export function placePerson({ school, divisions, policy }: Reporting, person: Person, items: readonly MergedItem[] = person.merged.items): PlacedPerson {
  const given = person.entries.findLast(({ change }) => change !== null)?.change ?? null;
  const standing = standingOf(policy, { school, divisions }, person.known, person.key, given);
  return { standing, placed: placeItems({ policy, standing, ownerOf: person.ownerOf, ownLists: new Set([OWN, CARRIED]) }, items) };
}
