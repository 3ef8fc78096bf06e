/** What a check says of students who came with a package: where the school's own files leave out or contradict what came. */
import { maskId } from '../../core/mask.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { MovedProblemCode } from '../../core/problems/moved.ts';
import type { Finding } from '../../core/finding.ts';
import type { Params } from '../../core/problem.ts';
import type { CanonicalRecord, StudentKey } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { StandingFindings } from '../check/intake-findings.ts';
import { locator } from '../check/locate.ts';
import { IntakeFindings } from '../intake/findings.ts';
import type { Services } from '../services.ts';
import { hasEntries } from './ledger/ledger.ts';
import { peopleWithPackages } from './people.ts';
import { enrolmentsOf, repeaters, visitorsListed } from './status/enrolments.ts';
import { placePerson, reportingBy } from './status/person.ts';
import { type Checked, type Remark, remarksOf } from './status/remarks.ts';

/**
 * @throws {Fault} `config/invalid`
 * @requirement RULE-104, RULE-105, RULE-106, RULE-108, RULE-111
 */
export async function movedFindings(services: Services, store: SchoolStore, checked: Checked): Promise<StandingFindings> {
  const reporting = reportingBy(services, store);
  const { policy } = reporting;
  const enrolments = await enrolmentsOf(store);
  const repeating = repeaters(enrolments, policy, checked.terms).map(({ key }) => key);
  const remarks: { readonly key: StudentKey; readonly remark: Remark }[] = [];
  for (const person of hasEntries(store) || repeating.length > 0 ? await peopleWithPackages(store, repeating) : []) {
    remarks.push(...remarksOf({ checked, person, policy, ...placePerson(reporting, person) }).map((remark) => ({ key: person.key, remark })));
  }
  for (const { student: { key }, home, records } of await visitorsListed(store, enrolments, policy, checked.terms)) {
    remarks.push({ key, remark: { rule: 'moved/visitor-listed', params: { school: home, count: records.length }, record: records[0]! } });
  }
  const locate = locator(services, store);
  const kept = new IntakeFindings();
  for (const { key, remark: { rule, params, record } } of remarks) kept.add(findingOf(rule, params, key, record, record === null ? null : locate(record, undefined)));
  const students = Map.groupBy(remarks, ({ remark }) => remark.rule);
  return {
    counts: Object.entries(kept.counts).map(([rule, count]) => ({
      rule, severity: PROBLEMS[rule]!.severity, count, students: new Set(students.get(rule as MovedProblemCode)!.map(({ key }) => store.studentRef(key))).size,
    })),
    findings: kept.samples,
  };
}

function findingOf(rule: MovedProblemCode, params: Params, key: StudentKey, record: CanonicalRecord | null, place: { readonly file: string | null; readonly sheet: string | null } | null): Finding {
  const source = record?.source;
  return {
    rule, severity: PROBLEMS[rule]!.severity, params, file: place?.file ?? null, sheet: place?.sheet ?? null, row: source?.row ?? null, column: null, value: null,
    student: maskId(key.idNumber), record: source ? `${source.input}:${source.table}:${source.row}` : null,
  };
}
