/** What is known of the inputs of a school, and what their active slots amount to. */
import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from '../core/sha256.ts';
import { parseTerm } from '../core/term.ts';
import type { Box } from './box.ts';
import { labels } from './labels.ts';
import type { InputInfo } from './port.ts';

/** A published input as it lies in the file; its info is decrypted only when asked for. */
export interface PublishedInput {
  readonly load: number;
  readonly input: string;
  readonly info: Uint8Array;
}

/** Has an active slot; or fills none and no later input has its file name. */
const ACTIVE = `(
  EXISTS (SELECT 1 FROM active a WHERE a.load = l.load) OR (
    NOT EXISTS (SELECT 1 FROM layouts y WHERE y.load = l.load) AND
    NOT EXISTS (SELECT 1 FROM loads later WHERE later.file = l.file AND later.published > l.published)))`;

/** Published inputs in order of publication. */
export function publishedInputs(db: DatabaseSync, filter: { readonly active?: boolean; readonly input?: string } = {}): readonly PublishedInput[] {
  return db.prepare(`
    SELECT l.load, l.input, l.info FROM loads l
    WHERE l.published IS NOT NULL AND (:input IS NULL OR l.input = :input) AND (:active IS NULL OR ${ACTIVE} = :active)
    ORDER BY l.published`)
    .all({ input: filter.input ?? null, active: filter.active === undefined ? null : Number(filter.active) }) as unknown as PublishedInput[];
}

/** Opens the info of a published input. */
export function readInfo(box: Box, { input, info }: PublishedInput): InputInfo {
  return box.open(labels.info(input), info) as InputInfo;
}

/** The info of one input; null before it is published. */
export function publishedInput(db: DatabaseSync, box: Box, id: string): InputInfo | null {
  const found = publishedInputs(db, { input: id })[0];
  return found ? readInfo(box, found) : null;
}

/** Terms that have active records, oldest first. */
export function activeTerms(db: DatabaseSync): readonly string[] {
  const order = (term: string): number => {
    const parsed = parseTerm(term);
    return parsed ? parsed.year * 10 + parsed.part : 0;
  };
  return db.prepare('SELECT DISTINCT s.term FROM active a JOIN slots s USING (slot)').all()
    .map((row) => row['term'] as string)
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}

/** SHA-256 over the active slots of a term, of some types or all, and the readings that fill them, whatever order they came in. */
export function contentKey(db: DatabaseSync, box: Box, term: string, types?: readonly string[]): string {
  const rows = db.prepare('SELECT s.type, s.kind, l.input FROM active a JOIN slots s USING (slot) JOIN loads l USING (load) WHERE s.term = ?').all(term)
    .filter((row) => types === undefined || types.includes(row['type'] as string));
  const mappings = new Map<string, string | null>();
  const lines = rows.map((row) => {
    const input = row['input'] as string;
    if (!mappings.has(input)) mappings.set(input, publishedInput(db, box, input)?.mappingHash ?? null);
    return JSON.stringify([row['type'], row['kind'], input, mappings.get(input)]);
  });
  return sha256([term, ...lines.sort()].join('\n'));
}
