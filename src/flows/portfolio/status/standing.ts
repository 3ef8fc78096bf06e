/** How a student stands to a school: by which change they came, who they visit, whether they are away. */
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import { parseTerm, termOfDate } from '../../../core/term.ts';
import type { KnownStudent } from '../students/index-students.ts';
import { type Division, identityOf, leavingOf, type Move, moveOf, type StatusPolicy } from './policy.ts';

/** A status change by which a student came, or came back. */
export interface Arrival {
  readonly code: string;
  /** ISO date; null where the source does not say. */
  readonly on: string | null;
  /** Term of that day. */
  readonly term: string | null;
  readonly move: Move;
  /** 身分別; null where no list says. */
  readonly identity: string | null;
}

export interface Standing {
  readonly school: string;
  readonly key: StudentKey;
  readonly division: Division;
  /** Oldest first. */
  readonly arrivals: readonly Arrival[];
  /** Schools this school's student visits or visited. */
  readonly hosts: ReadonlySet<string>;
  /** School that holds the 學籍 of a student who only visits here; null for a student of one's own. */
  readonly home: string | null;
  /** What the last change by which the student left or paused was; null for one who is here. */
  readonly left: string | null;
  /** First term of the student roster here; null where nothing says. */
  readonly since: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** School year a change counts in: of its date, else of the roster it stands in. */
function yearOf(change: CanonicalRecord): number {
  const on = text(change['changedOn']);
  return parseTerm(on === null ? change.term : termOfDate(on))?.year ?? 0;
}

/** Day or night: as the roster says, else the only one the school has (`day` where it has both). */
function divisionOf(student: KnownStudent | null, divisions: readonly string[]): Division {
  const said = student?.record?.['division'];
  return (typeof said === 'string' ? said : divisions.length === 1 ? divisions[0] : 'day') === 'night' ? 'night' : 'day';
}

/**
 * @param student null for one the school's rosters do not have
 * @param given change code the registrar gave, for a school whose data have none
 */
export function standingOf(policy: StatusPolicy, { school, divisions }: { readonly school: string; readonly divisions: readonly string[] }, student: KnownStudent | null, key: StudentKey, given: string | null): Standing {
  const division = divisionOf(student, divisions);
  const changes = (student?.changes ?? []).filter(({ kind }) => kind === 'statusChange').toSorted((a, b) => ((text(a['changedOn']) ?? a.term) < (text(b['changedOn']) ?? b.term) ? -1 : 1));
  const arrivals: Arrival[] = [];
  let left: string | null = null;
  const arrive = (code: string, on: string | null, year: number): boolean => {
    const move = moveOf(policy, division, code, year);
    if (move) arrivals.push({ code, on, term: on === null ? null : termOfDate(on), move, identity: identityOf(policy, division, code) });
    return move !== null;
  };
  for (const change of changes) {
    const code = text(change['changeCode']);
    if (code === null) continue;
    if (arrive(code, text(change['changedOn']), yearOf(change))) left = null;
    else left = leavingOf(policy, division, code, yearOf(change)) ?? left;
  }
  const since = student?.terms[0] ?? null;
  if (arrivals.length === 0 && given !== null) arrive(given, null, parseTerm(since ?? '')?.year ?? policy.moves[0]!.from);
  const visits = (student?.changes ?? []).filter(({ kind }) => kind === 'visiting');
  const homes = visits.filter((visit) => visit['hostSchool'] === school && text(visit['homeSchool']) !== null && visit['homeSchool'] !== school);
  return {
    school, key: student?.key ?? key, division, arrivals, left, since,
    hosts: new Set(visits.flatMap((visit) => text(visit['hostSchool']) ?? []).filter((host) => host !== school)),
    home: text(homes.at(-1)?.['homeSchool']),
  };
}
