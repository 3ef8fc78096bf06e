/** Where each item of a student who came from elsewhere belongs at the receiving school, by the policy in force (RULE-104 to RULE-113). */
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import type { MergedItem } from '../items/merge.ts';
import { type Origin, originOf, uploadedIn } from '../items/origin.ts';
import { carriedScore, carriedWork, keptAsItWas } from './carry.ts';
import { passedOver } from './attempts.ts';
import { type Placement, settingOf, type StatusPolicy } from './policy.ts';
import type { Arrival, Standing } from './standing.ts';

/**
 * `placed`: the school reports it. `submitted`: a school has handed it in already, and it only counts towards the year.
 * `superseded`: of a year that was repeated, by policy. `asks`: a person has to decide. `kept`: handed on, never reported from here.
 */
export type Disposition = 'placed' | 'submitted' | 'superseded' | 'asks' | 'kept';

/** Why, for people: a slug with texts in both languages. */
export type PlaceReason =
  | 'own' | 'transfer' | 'visiting' | 'as-it-was' | 'submitted' | 'repeated-year' | 'repeated-year-chosen' | 'on-leave' | 'host' | 'unknown-move' | 'no-term' | 'school-side';

export interface PlacedItem {
  readonly merged: MergedItem;
  readonly disposition: Disposition;
  readonly reason: PlaceReason;
  /** As the school reports it; null for an item it does not report. */
  readonly record: CanonicalRecord | null;
}

/** Change by which an item of another school, or of an earlier department, came to be an earlier one. */
function arrivalFor(standing: Standing, origin: Origin): Arrival | null {
  const term = origin.year === null || origin.part === null ? null : `${origin.year}-${origin.part}`;
  const later = standing.arrivals.filter((arrival) => arrival.term === null || term === null || term < arrival.term);
  if (origin.school !== standing.school) return later.findLast(({ move }) => move.id === 'transfer') ?? later.at(-1) ?? standing.arrivals.at(-1) ?? null;
  return later.findLast(({ move }) => move.id === 'department' || move.id === 'readmission') ?? null;
}

/** The school year a later one repeats: what was picked in it is what the policy is about. */
function repeatedYears(standing: Standing): ReadonlySet<number> {
  return new Set(standing.arrivals.filter(({ move, term }) => move.id === 'repeat' && term !== null).map(({ term }) => parseTerm(term!)!.year - 1));
}

interface Placing {
  readonly policy: StatusPolicy;
  readonly standing: Standing;
  /** Owner of a list: the school its records are of. */
  readonly ownerOf: (list: string) => string;
  /** Lists of what the school's own files say. */
  readonly ownLists: ReadonlySet<string>;
}

type Answer = Omit<PlacedItem, 'merged'>;

const kept = (reason: PlaceReason): Answer => ({ disposition: 'kept', reason, record: null });
const asks = (reason: PlaceReason): Answer => ({ disposition: 'asks', reason, record: null });
const placed = (reason: PlaceReason, record: CanonicalRecord): Answer => ({ disposition: 'placed', reason, record });

/** Where what was earned before goes; null where the policy wants a person to say. */
function placementOf({ policy, standing }: Placing, arrival: Arrival | null, what: 'works' | 'scores', year: number): Placement | null {
  if (arrival) return arrival.move[what];
  return settingOf(policy, 'unknown-move', year) === 'transfer' ? 'transfer' : standing.arrivals.length > 0 ? 'transfer' : null;
}

function placeWork(placing: Placing, record: CanonicalRecord, origin: Origin): Answer {
  const { standing } = placing;
  const term = uploadedIn(record) ?? (origin.year === null ? null : `${origin.year}-${origin.part ?? 0}`);
  if (term === null) return asks('no-term');
  if (standing.hosts.has(origin.school)) return placed('visiting', carriedWork(record, standing, origin, 'visiting', term));
  const arrival = arrivalFor(standing, origin);
  if (origin.school === standing.school && !arrival) return placed('as-it-was', keptAsItWas(record, standing, origin));
  const placement = placementOf(placing, arrival, 'works', parseTerm(term)?.year ?? 0);
  if (placement === null) return asks('unknown-move');
  return placement === 'keep' ? placed('as-it-was', keptAsItWas(record, standing, origin)) : placed('transfer', carriedWork(record, standing, origin, 'transfer', term));
}

function placeScore(placing: Placing, record: CanonicalRecord, origin: Origin): Answer {
  const { standing } = placing;
  const arrival = arrivalFor(standing, origin);
  if (origin.school === standing.school && !arrival) return kept('own');
  const term = arrival?.term ?? standing.since;
  if (term === null || origin.year === null) return asks('no-term');
  const placement = placementOf(placing, arrival, 'scores', parseTerm(term)?.year ?? 0);
  if (placement === null) return asks('unknown-move');
  return placement === 'keep' ? kept('own') : placed('transfer', carriedScore(record, standing, origin, arrival?.identity ?? null, term));
}

/** Where one item belongs. */
export function placeItem(placing: Placing, merged: MergedItem): PlacedItem {
  return { merged, ...answer(placing, merged) };
}

function answer(placing: Placing, { item: { record }, list, versions }: MergedItem): Answer {
  const { policy, standing, ownLists } = placing;
  // What the school's own files say is reported from them.
  if (versions.some((version) => ownLists.has(version.list))) return kept('own');
  if (!['courseWork', 'performance', 'courseRecord'].includes(record.type)) return kept('school-side');
  const origin = originOf(record, placing.ownerOf(list));
  const year = parseTerm(uploadedIn(record) ?? record.term)?.year ?? 0;
  if (standing.home !== null && settingOf(policy, 'visiting', year) === 'school-of-record') return kept('host');
  if (record.type === 'courseRecord') return placeScore(placing, record, origin);
  if (repeatedYears(standing).has(year)) {
    const choice = settingOf(policy, 'repeat-year', year);
    if (choice === 'replace-earlier') return { disposition: 'superseded', reason: 'repeated-year', record: null };
    if (choice === 'student-chooses') return asks('repeated-year-chosen');
  }
  if (typeof record['submittedTerm'] === 'string') return { disposition: 'submitted', reason: 'submitted', record: null };
  if (standing.left === 'suspended' && settingOf(policy, 'suspended', year) === 'ask') return asks('on-leave');
  return record.type === 'courseWork' ? placeWork(placing, record, origin) : placed('as-it-was', keptAsItWas(record, standing, origin));
}

/**
 * Where all items of a student belong, in their order.
 *
 * @requirement RULE-104, RULE-105, RULE-106, RULE-108
 */
export function placeItems(placing: Placing, items: readonly MergedItem[]): readonly PlacedItem[] {
  const all = items.map((merged) => placeItem(placing, merged));
  const scores = all.filter(({ merged }) => merged.item.record.type === 'courseRecord');
  const over = passedOver(scores);
  return all.map((one) => (over.has(one) ? { merged: one.merged, disposition: 'kept', reason: 'own', record: null } : one));
}
