/** What is known of the inputs of a school, and what their active slots amount to. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { parseTerm } from '../core/term.ts';
import type { Box } from './box.ts';
import { labels } from './labels.ts';
import type { InputInfo } from './port.ts';

export interface PublishedInput {
  readonly load: number;
  readonly info: InputInfo;
  /** Has an active slot, or has no records and no later input has its file name. */
  readonly active: boolean;
}

/** Published inputs in order of publication. */
export function publishedInputs(db: DatabaseSync, box: Box): readonly PublishedInput[] {
  const rows = db.prepare(`
    SELECT l.load, l.input, l.info,
      EXISTS (SELECT 1 FROM active a WHERE a.load = l.load) AS active,
      EXISTS (SELECT 1 FROM layouts y WHERE y.load = l.load) AS filled
    FROM loads l WHERE l.published IS NOT NULL ORDER BY l.published`).all() as unknown as
    { load: number; input: string; info: Uint8Array; active: number; filled: number }[];
  const infos = rows.map((row) => box.open(labels.info(row.input), row.info) as InputInfo);
  const last = new Map(infos.map((info, index) => [info.file, index]));
  return rows.map((row, index) => {
    const info = infos[index] as InputInfo;
    return { load: row.load, info, active: row.active === 1 || (row.filled === 0 && last.get(info.file) === index) };
  });
}

export function publishedInput(db: DatabaseSync, box: Box, id: string): InputInfo | null {
  const row = db.prepare('SELECT info FROM loads WHERE input = ? AND published IS NOT NULL').get(id);
  return row ? (box.open(labels.info(id), row['info'] as Uint8Array) as InputInfo) : null;
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

/** SHA-256 over the active slots of a term and the readings that fill them, whatever order they came in. */
export function contentKey(db: DatabaseSync, box: Box, term: string): string {
  const rows = db.prepare('SELECT s.type, s.kind, l.input FROM active a JOIN slots s USING (slot) JOIN loads l USING (load) WHERE s.term = ?').all(term);
  const mappings = new Map<string, string | null>();
  const lines = rows.map((row) => {
    const input = row['input'] as string;
    if (!mappings.has(input)) mappings.set(input, publishedInput(db, box, input)?.mappingHash ?? null);
    return JSON.stringify([row['type'], row['kind'], input, mappings.get(input)]);
  });
  return createHash('sha256').update([term, ...lines.sort()].join('\n')).digest('hex');
}
