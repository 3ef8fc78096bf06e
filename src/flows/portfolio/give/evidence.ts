/** What a school says of the works it hands over: who certified them, with which files, and which submissions they went into. */
import type { Evidence } from '../../../core/portfolio.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { parseTerm } from '../../../core/term.ts';
import type { PastSubmission } from '../../../store/port.ts';
import type { Person } from '../gather.ts';
import type { MergedItem } from '../items/merge.ts';
import { originOf } from '../items/origin.ts';

const text = (record: CanonicalRecord, field: string): string | null => (typeof record[field] === 'string' && record[field] !== '' ? record[field] : null);

/** Certifications of other records about the same work: a system may keep them apart from the work. */
function certificationOf(record: CanonicalRecord, certifications: readonly CanonicalRecord[]): CanonicalRecord | null {
  return certifications.find((one) => one['courseCode'] === record['courseCode'] && one['documentLink'] === record['documentLink'] && one['mediaLink'] === record['mediaLink']) ?? null;
}

function evidenceOf({ item, list }: MergedItem, person: Person, certifications: readonly CanonicalRecord[], submissions: readonly PastSubmission[], school: string): Evidence {
  const { record } = item;
  const said = certificationOf(record, certifications);
  const submittedTerm = text(record, 'submittedTerm');
  const year = parseTerm(submittedTerm ?? '')?.year;
  const origin = originOf(record, person.ownerOf(list));
  return {
    item: item.digest, school: origin.school,
    status: text(record, 'certificationStatus') ?? (said ? text(said, 'status') : null),
    submittedAt: text(record, 'submittedAt') ?? (said ? text(said, 'submittedAt') : null),
    certifiedAt: text(record, 'certifiedAt') ?? (said ? text(said, 'certifiedAt') : null),
    teacher: text(record, 'teacher') ?? (said ? text(said, 'teacher') : null),
    remark: text(record, 'remark') ?? (said ? text(said, 'remark') : null),
    files: ['document', 'media'].flatMap((kind) => { const file = item.values.get(kind); return typeof file === 'string' ? [file] : []; }),
    submittedTerm,
    submissions: submissions.filter(({ term }) => origin.school === school && year !== undefined && parseTerm(term)?.year === year).map(({ term, sha256 }) => ({ term, sha256 })),
  };
}

/** One entry a work; what earlier schools said in sealed packages is handed on as they said it. */
export function evidenceFor(person: Person, submissions: readonly PastSubmission[], school: string): readonly Evidence[] {
  const certifications = person.merged.items.map(({ item }) => item.record).filter(({ type }) => type === 'certification');
  const earlier = new Map(person.entries.flatMap(({ evidence }) => evidence.map((one) => [one.item, one] as const)));
  return person.merged.items.filter(({ item }) => item.record.type === 'courseWork')
    .map((merged) => earlier.get(merged.item.digest) ?? evidenceOf(merged, person, certifications, submissions, school));
}
