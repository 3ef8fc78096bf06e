/**
 * Receipts somebody put into `<school>/receipts/`, taken in by the night. One that was taken in is deleted, as its
 * files are kept encrypted; one that is refused stays, with its reason, and is tried again when anything changed that
 * could make it another: the file, the password, what was submitted, what receipts may hold.
 */
import { existsSync, rmSync } from 'node:fs';
import { maskIdsIn } from '../../core/mask.ts';
import { sha256, sha256Of } from '../../core/sha256.ts';
import { parseTerm, termOf } from '../../core/term.ts';
import { fileSource } from '../../formats/bytes.ts';
import type { SchoolStore } from '../../store/port.ts';
import { filesBelow, type OfferedFile } from '../intake/offered.ts';
import type { SchoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { receiptKinds } from './kinds.ts';
import { type KeptRemark, keptRemark } from './shelves.ts';
import { takeReceipt } from './take-receipt.ts';

/** A receipt in the folder that could not be taken in. */
export interface RefusedReceipt {
  /** Name, masked. */
  readonly file: string;
  /** Hash of everything the refusal rests on. */
  readonly key: string;
  readonly on: string;
  readonly problems: readonly KeptRemark[];
}

const REFUSED = 'receipts-refused';

/** Receipts that wait in the folder for somebody to see to them, by name. */
export function refusedReceipts(store: SchoolStore): readonly RefusedReceipt[] {
  return [...store.shelf(REFUSED).entries()].map(([, value]) => value as RefusedReceipt).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The term of a dropped file: its folder's name, else what its own says, else the one the school works in. */
function termOfFile({ name }: OfferedFile, settings: SchoolSettings): string | null {
  const [folder = ''] = name.split('/');
  if (parseTerm(folder)) return folder;
  const [, year = '', part = ''] = /(?<!\d)(1\d{2})[-_]([012])(?!\d)/.exec(name) ?? [];
  return termOf(year, part) ?? settings.term ?? null;
}

/** File names may hold ids and lie in clear on a shelf: a hash names the entry. */
const nameKey = ({ name }: OfferedFile): string => sha256(name).slice(0, 32);

export interface DroppedReceipts {
  /** Terms for which something was taken in. */
  readonly terms: readonly string[];
  readonly refused: number;
  /** False when there was nothing new to do. */
  readonly worked: boolean;
}

/** Takes in what lies in the folder, one file after the other: a bad one never stops the next. */
export async function takeDropped(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<DroppedReceipts> {
  const folder = services.home.paths(store.school).receipts;
  const files = existsSync(folder) ? filesBelow(folder) : [];
  const password = settings.receiptPassword ?? settings.zipPassword?.password;
  const terms = new Set<string>();
  let [refused, worked] = [0, false];
  for (const file of files) {
    const term = termOfFile(file, settings);
    const key = await refusalKey(services, store, file, [term, password]);
    const before = store.shelf(REFUSED).get(nameKey(file)) as RefusedReceipt | null;
    if (before?.key === key) {
      refused += 1;
      continue;
    }
    worked = true;
    const problems = term === null ? [{ code: 'receipt/no-term', params: { file: maskIdsIn(file.name) } }] : await taken(services, store, file, term, password);
    if (problems === null) {
      if (term !== null) terms.add(term);
      store.shelve([{ shelf: REFUSED, key: nameKey(file), value: null }]);
      rmSync(file.path, { force: true });
      continue;
    }
    refused += 1;
    store.shelve([{ shelf: REFUSED, key: nameKey(file), value: { file: maskIdsIn(file.name), key, on: services.today, problems } satisfies RefusedReceipt }]);
  }
  const here = new Set(files.map(nameKey));
  // Whoever takes a refused file away has seen to it.
  const gone = store.shelf(REFUSED).keys().filter((name) => !here.has(name));
  if (gone.length > 0) store.shelve(gone.map((name) => ({ shelf: REFUSED, key: name, value: null })));
  return { terms: [...terms].sort(), refused, worked: worked || gone.length > 0 };
}

/** Null when it was taken in, or says nothing new. */
async function taken(services: Services, store: SchoolStore, file: OfferedFile, term: string, password: string | undefined): Promise<readonly KeptRemark[] | null> {
  const outcome = await takeReceipt(services, store, file.path, { term, perStudent: false, again: false, ...(password === undefined ? {} : { password }) });
  return outcome.status === 'refused' ? outcome.problems.map(keptRemark) : null;
}

async function refusalKey(services: Services, store: SchoolStore, file: OfferedFile, how: readonly unknown[]): Promise<string> {
  await using source = await fileSource(file.path);
  return sha256(JSON.stringify([await sha256Of(source), how, store.submissions().length, receiptKinds(services.home.path), services.registry.hash, services.version]));
}
