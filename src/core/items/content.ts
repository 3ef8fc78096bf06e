/** What an item consists of, and whether its file vouches for it. */
import type { CanonicalRecord } from '../record.ts';
import { sha256 } from '../sha256.ts';
import { parseTerm } from '../term.ts';

const LINKS = ['documentLink', 'workLink', 'mediaLink'] as const;

/** Hash over the files an item has among the student's attachments; null when it names none, or one is not there. */
export function contentOf(record: CanonicalRecord, attachments: readonly CanonicalRecord[]): string | null {
  const links = LINKS.flatMap((field) => (typeof record[field] === 'string' ? [record[field]] : []));
  const contents = links.map((link) => attachments.find((one) => one['link'] === link)?.['sha256']);
  return links.length === 0 || contents.some((one) => typeof one !== 'string') ? null : sha256(contents.sort().join('\n'));
}

/** A roster of a whole school year holds only what was certified and picked (RULE-423): its cover says 學期 0. */
export function isOfficial(record: CanonicalRecord): boolean {
  return parseTerm(record.term)?.part === 0;
}
