/** Which item a record is about: works and performances have no number of their own in any file. */
import type { CanonicalRecord } from '../record.ts';
import { sha256 } from '../sha256.ts';

/** Fields that name an item, of any type. */
const NAMING = ['kind', 'courseCode', 'subjectName', 'courseYear', 'courseTerm', 'name', 'item', 'content', 'courseName', 'certificateCode', 'certificateNumber', 'unit', 'role', 'position', 'title'];
const LINKS = ['documentLink', 'workLink', 'mediaLink', 'externalLink'];

/** What an item is called, whatever files it names. */
export function itemName(record: CanonicalRecord): string {
  return JSON.stringify([record.type, ...NAMING.map((field) => record[field] ?? null)]);
}

/**
 * Equal for one student's same item in two files, different for two items: what it is called and which files it names; where it
 * names none, its description. Correcting a date, an hour or the description of an item with files leaves it the same.
 */
export function itemId(record: CanonicalRecord): string {
  const links = LINKS.map((field) => record[field] ?? null);
  const brief = links.every((link) => link === null) ? record['brief'] ?? null : null;
  return sha256(JSON.stringify([itemName(record), ...links, brief])).slice(0, 32);
}
