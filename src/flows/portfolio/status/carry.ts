/** Records as the receiving school reports them: in the sheets for what was earned elsewhere, under that school's term and key. */
import type { CanonicalRecord } from '../../../core/record.ts';
import type { Origin } from '../items/origin.ts';
import type { Standing } from './standing.ts';

/** Fields of a score that a carried-over score has too (RULE-104). */
const SCORE_FIELDS = ['courseCode', 'subjectCode', 'subjectName', 'grade', 'credits', 'hours', 'score', 'passed', 'counted', 'description', 'raw'] as const;

/** Fields that say in which sheet of its school a work stood, and what only that sheet has. */
const SHEET_FIELDS: ReadonlySet<string> = new Set(['studiedTerm', 'makeupMode', 'retakeMode', 'identity', 'courseYear', 'courseTerm', 'courseSchool', 'uploadedTerm', 'attendedSchool']);

/** The record under the school, term and key it is reported by; where it was read from stays as it is. */
export function reported(record: CanonicalRecord, { school, key }: Standing, term: string): CanonicalRecord {
  return { ...record, school, term, idNumber: key.idNumber, birthDate: key.birthDate };
}

/** A record the receiving school's own sheets have, naming the school it is really of. */
export function keptAsItWas(record: CanonicalRecord, standing: Standing, { school }: Origin): CanonicalRecord {
  return { ...reported(record, standing, record.term), ...(school === standing.school ? {} : { attendedSchool: school }) };
}

/** Fields that say where a record stands, or that a carried-over record says in others. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set([
  'type', 'kind', 'school', 'term', 'idNumber', 'birthDate', 'division', 'source', 'raw', 'extra', 'identity', 'courseYear', 'courseTerm', 'courseSchool', 'studiedTerm', 'attendedSchool',
  'uploadedTerm', 'submittedTerm', 'documentLink', 'documentMd5', 'workLink', 'workMd5', 'mediaLink', 'mediaMd5',
]);

/** What a record says that the carried-over one has no field for. */
export function leftBehind(record: CanonicalRecord, carried: CanonicalRecord): readonly { readonly field: string; readonly value: unknown }[] {
  return Object.entries(record).filter(([field, value]) => value !== undefined && value !== null && carried[field] === undefined && !SAID_OTHERWISE.has(field)).map(([field, value]) => ({ field, value }));
}

/** A work as 轉學轉科 or 借讀課程學習成果: school, year, term and code stay the original ones (RULE-105, RULE-106). */
export function carriedWork(record: CanonicalRecord, standing: Standing, origin: Origin, kind: 'transfer' | 'visiting', term: string): CanonicalRecord {
  const kept = Object.fromEntries(Object.entries(record).filter(([field]) => !SHEET_FIELDS.has(field))) as CanonicalRecord;
  return {
    ...reported(kept, standing, term), kind, division: standing.division, courseSchool: origin.school,
    ...(origin.year === null ? {} : { courseYear: origin.year }), ...(origin.part === null ? {} : { courseTerm: origin.part }),
  };
}

/** A score as 轉學轉科成績, with the term it was earned in, what it was, and the 身分別 by which it comes (RULE-104). */
export function carriedScore(record: CanonicalRecord, standing: Standing, origin: Origin, identity: string | null, term: string): CanonicalRecord {
  const kept = Object.fromEntries(SCORE_FIELDS.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]));
  const { school, key: { idNumber, birthDate }, division } = standing;
  return {
    ...kept, type: 'courseRecord', kind: division === 'night' ? 'nightTransfer' : 'transfer', school, term, idNumber, birthDate, division, source: record.source,
    ...(origin.year === null ? {} : { courseYear: origin.year }), ...(origin.part === null ? {} : { courseTerm: origin.part }),
    ...(identity === null ? {} : { identity }),
  };
}
