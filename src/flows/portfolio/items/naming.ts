/** The fields that say which item one is, by type and kind: what differs in them is another item, not another version. */
import { parseCourseCode } from '../../../core/course-code.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { originOf } from './origin.ts';

/** Of performances, by kind, most telling first. */
const PERFORMANCE: Readonly<Record<string, readonly string[]>> = {
  cadre: ['unit', 'role', 'startDate'],
  competition: ['name', 'item', 'announcedOn'],
  certificate: ['certificateCode', 'certificateNumber', 'certifiedOn'],
  service: ['name', 'unit', 'startDate'],
  flexible: ['content', 'categoryCode', 'openedBy'],
  group: ['content', 'categoryCode', 'organiser'],
  workplace: ['unit', 'position', 'startDate'],
  work: ['name', 'date'],
  precollege: ['courseName', 'project', 'startDate'],
  other: ['name', 'organiser', 'startDate'],
};
const CADRE: readonly string[] = ['unit', 'role', 'startDate'];

/**
 * Names of an item; two items that share one are the same. Empty for one that nothing names.
 *
 * A course's work has one by its code and one by its subject: systems that took a package in have been seen to put
 * `00000000` in the code's place, and works of experimental plans have none. The subject counts only where one of the two has no
 * proper code.
 */
export interface ItemNames {
  readonly code: string;
  readonly subject: string;
}

const none: ItemNames = { code: '', subject: '' };

/** The values of some fields as a name, where at least one says something. */
function named(record: CanonicalRecord, fields: readonly string[], lead: readonly unknown[]): string {
  const values = fields.map((field) => record[field] ?? null);
  return values.every((value) => value === null) ? '' : JSON.stringify([...lead, ...values]);
}

/** A score as a later school reports it again (RULE-104): with what it credits, under its own code. */
export function isCredited({ type, kind }: CanonicalRecord): boolean {
  return type === 'courseRecord' && (kind === 'transfer' || kind === 'nightTransfer');
}

/** @param owner code of the school whose file it is */
export function namesOf(record: CanonicalRecord, owner: string): ItemNames {
  const { year, part } = originOf(record, owner);
  // What is done every year under one name is one item a year.
  if (record.type === 'performance') return { code: named(record, PERFORMANCE[record.kind ?? ''] ?? [], ['performance', record.kind, year]), subject: '' };
  if (record.type === 'cadre') return { code: named(record, CADRE, ['cadre', year]), subject: '' };
  if (record.type !== 'courseWork' && record.type !== 'courseRecord') return none;
  // What a school credits of an earlier score is its own word on it, beside that score.
  const lead = [record.type, ...(isCredited(record) ? [owner] : []), year, part];
  const code = typeof record['courseCode'] === 'string' && parseCourseCode(record['courseCode']) !== null ? record['courseCode'] : null;
  return { code: code === null ? '' : JSON.stringify([...lead, code]), subject: named(record, ['subjectName'], lead) };
}

/** True when two items bear the same name. */
export function sameName(a: ItemNames, b: ItemNames): boolean {
  if (a.code !== '' && b.code !== '') return a.code === b.code;
  return a.subject !== '' && a.subject === b.subject;
}

/** True when both are named, and differently: no likeness of content makes them one. */
export function otherName(a: ItemNames, b: ItemNames): boolean {
  return a.code !== '' && b.code !== '' && a.code !== b.code;
}
