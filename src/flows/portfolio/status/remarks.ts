/** What there is to say of one student who came with a package: pure, of what is known of the student. */
import type { MovedProblemCode } from '../../../core/problems/moved.ts';
import type { Params } from '../../../core/problem.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import { CARRIED, type Person } from '../gather.ts';
import { OWN } from '../items/merge.ts';
import { isCredited } from '../items/naming.ts';
import type { NormalItem } from '../items/normal.ts';
import { originOf } from '../items/origin.ts';
import type { PlacedItem } from './place.ts';
import { settingOf, type StatusPolicy } from './policy.ts';
import type { Standing } from './standing.ts';

/** What is checked. */
export interface Checked {
  /** `114-1`; `113-0` for a school year. */
  readonly term: string;
  /** Terms whose records are looked at. */
  readonly terms: readonly string[];
}

export interface Remark {
  readonly rule: MovedProblemCode;
  readonly params: Params;
  /** The school's own row it is about; null for one about the student as a whole. */
  readonly record: CanonicalRecord | null;
}

export interface Looking {
  readonly checked: Checked;
  readonly person: Person;
  readonly policy: StatusPolicy;
  readonly standing: Standing;
  readonly placed: readonly PlacedItem[];
}

const isOwn = (list: string): boolean => list === OWN || list === CARRIED;

/** Scores that are to be reported in this term, of a student of whom the school's files have none from before. */
function scoresNotListed({ checked, person, placed }: Looking): Remark[] {
  const listed = person.merged.items.some(({ versions }) => versions.some(({ list, item: { record } }) => isOwn(list) && isCredited(record)));
  if (listed) return [];
  const due = placed.filter(({ disposition, record }) => disposition === 'placed' && record?.type === 'courseRecord' && record.term === checked.term);
  const bySchool = Map.groupBy(due, ({ merged }) => originOf(merged.item.record, person.ownerOf(merged.list)).school);
  return [...bySchool].map(([school, scores]) => ({ rule: 'moved/scores-not-listed', params: { school, count: scores.length }, record: null }));
}

/** Fields that say where a work comes from: a school that has others did not write another version, but lost the origin. */
const ORIGIN = new Set(['school', 'year', 'part', 'courseCode']);

const shownOrigin = ({ values, record }: NormalItem): { readonly school: string; readonly term: string; readonly code: string } => ({
  school: String(values.get('school') ?? '–'), term: `${String(values.get('year') ?? '–')}-${String(values.get('part') ?? '–')}`, code: String(record['courseCode'] ?? '–'),
});

/** Conflicts nobody has decided. */
function undecided({ checked: { terms }, person }: Looking): Remark[] {
  return person.merged.conflicts.filter(({ keep }) => keep === null).flatMap(({ id, existing, existingIn, incoming, incomingIn, fields }): Remark[] => {
    const own = isOwn(existingIn) ? existing : isOwn(incomingIn) ? incoming : null;
    if (!terms.includes(own?.record.term ?? person.known?.record?.term ?? '')) return [];
    const [came, cameIn] = isOwn(incomingIn) ? [existing, existingIn] : [incoming, incomingIn];
    if (own !== null && own.record.type === 'courseWork' && fields.every((field) => ORIGIN.has(field))) {
      const [now, was] = [shownOrigin(own), shownOrigin(came)];
      return [{ rule: 'moved/origin-changed', params: { item: String(own.record['subjectName'] ?? '–'), ...was, ownSchool: now.school, ownTerm: now.term, ownCode: now.code }, record: own.record }];
    }
    return [{ rule: 'moved/undecided', params: { school: person.ownerOf(cameIn), conflict: id }, record: own?.record ?? null }];
  });
}

/** A year that is repeated, of which items were submitted: what becomes of them is a setting nobody has confirmed (RULE-108). */
function repeated({ checked: { terms }, person, policy, standing }: Looking): Remark[] {
  return standing.arrivals.filter(({ move, term }) => move.id === 'repeat' && term !== null && terms.includes(term)).flatMap(({ term }): Remark[] => {
    const year = parseTerm(term!)!.year - 1;
    const submitted = person.merged.items.filter(({ versions }) => versions.some(({ item: { record: { submittedTerm } } }) => typeof submittedTerm === 'string' && parseTerm(submittedTerm)?.year === year));
    return submitted.length === 0 ? [] : [{ rule: 'moved/repeated-year', params: { year, count: submitted.length, choice: settingOf(policy, 'repeat-year', year) }, record: null }];
  });
}

/** The setting that leaves an item to a person; `term` where the data do not say when it was. */
const SETTING: Readonly<Partial<Record<PlacedItem['reason'], string>>> = { 'unknown-move': 'unknown-move', 'repeated-year-chosen': 'repeat-year', 'on-leave': 'suspended', 'no-term': 'term' };

function decisionsNeeded({ checked: { terms }, standing, placed }: Looking): Remark[] {
  if (standing.since === null || !terms.includes(standing.since)) return [];
  const asking = placed.filter(({ disposition }) => disposition === 'asks');
  return [...Map.groupBy(asking, ({ reason }) => SETTING[reason] ?? reason)].map(([setting, items]) => ({ rule: 'moved/decision-needed', params: { count: items.length, setting }, record: null }));
}

/** Everything there is to say, most telling first. */
export function remarksOf(looking: Looking): readonly Remark[] {
  return [...scoresNotListed(looking), ...undecided(looking), ...repeated(looking), ...decisionsNeeded(looking)];
}
