/** A student's works and performances as the rules about them see them: what is to be submitted, and the files behind it. */
import { type AttachmentKind, isAddress, linksOf } from '../core/items/links.ts';
import { NOTHING_EARLIER } from '../core/items/earlier.ts';
import { type ItemStanding, itemStandings } from '../core/items/standing.ts';
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import { parseTerm } from '../core/term.ts';
import type { RuleContext } from './rule.ts';

/** A column of an item that names a file. */
export interface ItemFile {
  readonly field: string;
  readonly kind: AttachmentKind;
  readonly link: string;
  /** MD5 the item says the file has. */
  readonly md5?: string;
  /** What is known of the file, or why it is missing. */
  readonly attachment: CanonicalRecord;
}

export interface CheckedItem extends ItemStanding {
  /** A link without an attachment record is none: the MD5 beside it says that there is no file (RULE-216). */
  readonly files: readonly ItemFile[];
}

/** Many rules look at the same student one after another. */
const known = new WeakMap<readonly CanonicalRecord[], { readonly earlier: unknown; readonly items: readonly CheckedItem[] }>();

function filesOf(item: CanonicalRecord, attachments: readonly CanonicalRecord[]): readonly ItemFile[] {
  return linksOf(item).flatMap((one): ItemFile[] => {
    const attachment = attachments.find((found) => found.term === item.term && found.kind === one.kind && found['link'] === one.link);
    return attachment === undefined ? [] : [{ ...one, attachment }];
  });
}

/** Every item of the school year, whatever is to become of it. */
export function allItems(records: readonly CanonicalRecord[], key: StudentKey, { school, term, earlier }: RuleContext): readonly CheckedItem[] {
  const before = known.get(records);
  if (before !== undefined && before.earlier === earlier) return before.items;
  const attachments = records.filter(({ type }) => type === 'attachment');
  const standings = itemStandings({ records, year: parseTerm(term)?.year ?? 0, school, earlier: earlier?.(key) ?? NOTHING_EARLIER });
  const items = standings.map((standing) => ({ ...standing, files: filesOf(standing.record, attachments) }));
  known.set(records, { earlier, items });
  return items;
}

/** Those that go into a submission of this school: picked, and submitted by no other. */
export function itemsToSubmit(records: readonly CanonicalRecord[], key: StudentKey, context: RuleContext): readonly CheckedItem[] {
  return allItems(records, key, context).filter(({ state, elsewhere }) => !elsewhere && (state === 'picked' || state === 'submitted'));
}

/** A file of an item that is to be submitted. */
export interface FileToSubmit {
  readonly item: CheckedItem;
  readonly file: ItemFile;
}

const allFiles = (items: readonly CheckedItem[]): readonly FileToSubmit[] => items.flatMap((item) => item.files.map((file) => ({ item, file })));

/** The files that are there. */
export function filesToSubmit(records: readonly CanonicalRecord[], key: StudentKey, context: RuleContext): readonly FileToSubmit[] {
  return allFiles(itemsToSubmit(records, key, context)).filter(({ file }) => typeof file.attachment['sha256'] === 'string');
}

/** Files that are not there, for one reason. */
export function filesMissing(records: readonly CanonicalRecord[], key: StudentKey, context: RuleContext, reason: string): readonly FileToSubmit[] {
  return allFiles(itemsToSubmit(records, key, context)).filter(({ file }) => file.attachment['missing'] === reason);
}

/** True when an item has something to look at besides its text: a file, or an address where one may stand. */
export function hasEvidence({ record, files }: CheckedItem): boolean {
  const address = record['externalLink'];
  return files.length > 0 || (record.type === 'performance' && typeof address === 'string' && isAddress(address));
}
