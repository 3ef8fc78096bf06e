/** A difference as it may be shown: whose it is, masked, and where it stands in the school's own file. */
import { maskId, maskName } from '../../core/mask.ts';
import type { CoursePlan } from '../../core/filed-plan.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { Difference, DifferenceStudent } from '../../report/comparison-model.ts';
import type { Locate } from '../../rules/types.ts';
import type { Found } from './compare/model.ts';
import { type SchoolRows, whoOf } from './school-rows.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const masked = (value: unknown, by: (text: string) => string): string | null => (text(value) === null ? null : by(String(value)));

function studentOf(record: CanonicalRecord, person: CanonicalRecord | undefined): DifferenceStudent | null {
  if (record.idNumber === undefined) return null;
  return {
    id: maskId(record.idNumber),
    studentNumber: masked(person?.['studentNumber'] ?? record['studentNumber'], maskId),
    name: masked(person?.['name'] ?? record['studentName'], maskName),
    seat: text(person?.['seat'] ?? record['seat']),
  };
}

/** @param rows what was compared: it has the record behind each row */
export function shownDifference({ records, people }: SchoolRows, filed: CoursePlan, locate: Locate): (found: Found) => Difference {
  const indexes = new Map(filed.rows.map((row, index) => [row, index]));
  return ({ kind, reason, origin, ours, plan, division, row, taken, course, student, class: group }) => {
    const about = taken ?? course ?? student;
    const record = about && records.get(about);
    const place = record && locate(record, undefined);
    const at = taken ?? student ?? group;
    return {
      kind, reason, origin, division, ours, plan, planRow: row === null ? null : indexes.get(row) ?? null,
      student: record ? studentOf(record, people.get(whoOf(record))) : null,
      grade: at?.grade ?? null, class: at?.className ?? null,
      courseCode: taken?.code ?? course?.code ?? row?.code ?? null, subject: taken?.name ?? course?.name ?? row?.name ?? null, credits: taken?.credits ?? course?.credits ?? null,
      file: place?.file ?? null, sheet: place?.sheet ?? null, row: record?.source.row ?? null,
      record: record ? `${record.source.input}:${record.source.table}:${record.source.row}` : null,
    };
  };
}
