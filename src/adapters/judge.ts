/** How well one adapter fits a file: a mapping for each of its tables, an edition, and what led to them. */
import type { Bilingual } from '../core/problem.ts';
import type { OpenFile, Table } from '../core/table.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Adapter } from './registry.ts';
import { scoreMapping } from './score.ts';

/** Below this no mapping is tried: too few headers are known. */
const ENOUGH = 0.55;

export interface Candidate {
  readonly table: Table;
  readonly mapping: CompiledMapping | null;
  readonly reason: Bilingual;
  readonly score: number;
  readonly complete: boolean;
}

/** How late the mapping's latest edition stands in the manifest; below everything when it lacks the wanted one. */
function editionRank(mapping: CompiledMapping, adapter: Adapter, wanted: string | null): number {
  const { editions } = mapping.definition;
  if (wanted !== null) return editions.includes(wanted) ? 1 : 0;
  return Math.max(...editions.map((id) => adapter.manifest.editions.findIndex((edition) => edition.id === id)));
}

/** The mapping with the highest score; of equals that of the wanted edition, or of the latest when none is wanted. */
function bestMapping(table: Table, adapter: Adapter, evidence: Evidence, wanted: string | null): Candidate {
  if (table.header.every((text) => text === '')) return { table, mapping: null, score: 0, complete: false, reason: { 'zh-TW': '分頁是空的。', en: 'The sheet is empty.' } };
  let best: Omit<Candidate, 'table'> & { mapping: CompiledMapping } | null = null;
  for (const mapping of adapter.mappings) {
    const { score, reason, complete } = scoreMapping(table, mapping, adapter.manifest, evidence);
    const equal = best !== null && score === best.score;
    if (!best || score > best.score || (equal && editionRank(mapping, adapter, wanted) > editionRank(best.mapping, adapter, wanted))) best = { mapping, score, reason, complete };
  }
  if (!best || best.score < ENOUGH) {
    const { name } = adapter.manifest;
    return { table, mapping: null, score: 0, complete: false, reason: { 'zh-TW': `欄名與「${name['zh-TW']}」的任何分頁都不夠相符。`, en: `The headers are not enough like those of any sheet of "${name.en}".` } };
  }
  return { table, ...best };
}

export interface Verdict {
  readonly adapter: Adapter;
  readonly evidence: Evidence;
  readonly edition: string | null;
  readonly tables: readonly Candidate[];
  readonly clues: readonly Bilingual[];
  readonly confidence: number;
}

/** Weight and words of the adapter's own clues that hold for the file. */
export function manifestClues(file: OpenFile, adapter: Adapter): { weight: number; words: Bilingual[] } {
  const texts = {
    'file-name': [file.file],
    'sheet-title': file.tables.map((table) => table.sheet),
    header: file.tables.flatMap((table) => [...table.header]),
  };
  const held = adapter.manifest.clues.filter((clue) => {
    const pattern = new RegExp(clue.pattern, 'u');
    return texts[clue.where].some((text) => pattern.test(text));
  });
  return { weight: held.reduce((sum, clue) => sum + clue.weight, 0), words: held.map((clue) => clue.why) };
}

/** The edition most tables are of, among equals one in use in the school year, else the later. */
function editionOf(tables: readonly Candidate[], adapter: Adapter, year: number | null): string | null {
  const votes = adapter.manifest.editions.map(({ id, from, to }, at) => ({
    id, at,
    votes: tables.filter(({ mapping }) => mapping?.definition.editions.includes(id)).length,
    inUse: year === null || ((from ?? 0) <= year && year <= (to ?? 999)),
  }));
  votes.sort((a, b) => b.votes - a.votes || Number(b.inUse) - Number(a.inUse) || b.at - a.at);
  const [first] = votes;
  return first !== undefined && first.votes > 0 ? first.id : null;
}

/** The verdict; its confidence is 0 when no table fits. */
export function judge(file: OpenFile, adapter: Adapter): Verdict {
  const evidence = evidenceOf(file, adapter.manifest.cover);
  const find = (wanted: string | null): readonly Candidate[] => file.tables.map((table) => bestMapping(table, adapter, evidence, wanted));
  // Sheets that editions share follow the edition of the others.
  const edition = editionOf(find(null), adapter, evidence.year);
  const tables = find(edition);
  const filled = tables.filter((candidate) => candidate.table.header.some((text) => text !== ''));
  const mapped = filled.filter((candidate) => candidate.mapping !== null);
  const own = manifestClues(file, adapter);
  const mean = filled.length === 0 ? 0 : mapped.reduce((sum, candidate) => sum + candidate.score, 0) / filled.length;
  const clues = mapped.map(({ table: { sheet }, reason }) => ({ 'zh-TW': `分頁「${sheet}」：${reason['zh-TW']}`, en: `Sheet "${sheet}": ${reason.en}` }));
  return { adapter, evidence, edition, tables, confidence: mapped.length === 0 ? 0 : mean + own.weight, clues: [...clues, ...own.words] };
}
