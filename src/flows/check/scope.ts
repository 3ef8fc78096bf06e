/** What a check is about: the records of a term, or of a school year and some of its students. */
import type { CanonicalRecord } from '../../core/record.ts';
import type { CheckReport } from '../../report/model.ts';
import type { RuleContext } from '../../rules/rule.ts';
import type { SchoolStore, StudentFile } from '../../store/port.ts';
import { assumptionsOf, rosterTypeAssumptions } from '../assumptions.ts';
import type { Services } from '../services.ts';
import type { StandingFindings } from './intake-findings.ts';

export interface CheckScope {
  /** What its report and history go by. */
  readonly name: string;
  /** `114-1`; `114-0` for a school year. */
  readonly term: string;
  /** Terms whose files, rejects and changes count. */
  readonly terms: readonly string[];
  /** The submission it is for: the last one accepted is what changes are measured against. */
  readonly edition: string;
  /** Names everything looked at; what an approval is given for. */
  readonly contentKey: string;
  students(): AsyncIterable<StudentFile>;
  /** Records of no student. */
  keyless(): AsyncIterable<readonly CanonicalRecord[]>;
  /** What rules may ask besides. */
  readonly context: Pick<RuleContext, 'earlier'>;
  /** What is wrong with putting the records into a submission at all. */
  readonly findings: StandingFindings;
  readonly assumptions: CheckReport['assumptions'];
}

const NOTHING: StandingFindings = { counts: [], findings: [] };

/** A term and everybody in it. */
export function termScope(services: Services, store: SchoolStore, term: string): CheckScope {
  return {
    name: term, term, terms: [term], edition: 'term-submission', contentKey: store.contentKey(term), context: {},
    students: () => store.students(term), keyless: () => store.keyless(term), findings: NOTHING,
    assumptions: assumptionsOf(services, store, [term], rosterTypeAssumptions(services, term)),
  };
}
