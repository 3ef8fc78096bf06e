/** Which system, edition and mappings a file is for. */
import type { Problem } from '../core/problem.ts';
import type { OpenFile, Table } from '../core/table.ts';
import { parseTerm, termOf } from '../core/term.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { parseFileName } from './file-name.ts';
import type { Adapter, Registry } from './registry.ts';
import { type Evidence, scoreMapping } from './score.ts';

export interface DetectedTable {
  readonly table: Table;
  readonly mapping: CompiledMapping | null;
  readonly reason: string;
}

export interface Detection {
  readonly system: string | null;
  readonly edition: string | null;
  /** 名冊別 of the cover or the file name, or the only one the mappings know. */
  readonly rosterType: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** What led to the answer, in sentences. */
  readonly clues: readonly string[];
  readonly adapter?: Adapter;
  /** Every table of the file, in file order. */
  readonly tables: readonly DetectedTable[];
  readonly problems: readonly Problem[];
  readonly term: string | null;
  readonly school: string | null;
}

/** Below this no mapping is tried: too few headers are known. */
const ENOUGH = 0.55;

interface Candidate extends DetectedTable {
  readonly score: number;
}

/** How late the mapping's latest edition stands in the manifest; below everything when it lacks the wanted one. */
function editionRank(mapping: CompiledMapping, adapter: Adapter, wanted: string | null): number {
  const { editions } = mapping.definition;
  if (wanted !== null) return editions.includes(wanted) ? 1 : 0;
  return Math.max(...editions.map((id) => adapter.manifest.editions.findIndex((edition) => edition.id === id)));
}

/** The mapping with the highest score; of equals that of the wanted edition, or of the latest when none is wanted. */
function bestMapping(table: Table, adapter: Adapter, evidence: Evidence, wanted: string | null): Candidate {
  if (table.header.every((text) => text === '')) return { table, mapping: null, score: 0, reason: '分頁是空的。' };
  let best: { mapping: CompiledMapping; score: number; reason: string } | null = null;
  for (const mapping of adapter.mappings) {
    const { score, reason } = scoreMapping(table, mapping, adapter.manifest, evidence);
    const equal = best !== null && score === best.score;
    if (!best || score > best.score || (equal && editionRank(mapping, adapter, wanted) > editionRank(best.mapping, adapter, wanted))) best = { mapping, score, reason };
  }
  if (!best || best.score < ENOUGH) return { table, mapping: null, score: 0, reason: `欄名與「${adapter.manifest.name['zh-TW']}」的任何分頁都不夠相符。` };
  return { table, ...best };
}

interface Verdict {
  readonly adapter: Adapter;
  readonly edition: string | null;
  readonly tables: readonly Candidate[];
  readonly clues: readonly string[];
  readonly confidence: number;
}

/** Weight and words of the adapter's own clues that hold for the file. */
function manifestClues(file: OpenFile, adapter: Adapter): { weight: number; words: string[] } {
  const texts = {
    'file-name': [file.file],
    'sheet-title': file.tables.map((table) => table.sheet),
    header: file.tables.flatMap((table) => [...table.header]),
  };
  const held = adapter.manifest.clues.filter((clue) => {
    const pattern = new RegExp(clue.pattern, 'u');
    return texts[clue.where].some((text) => pattern.test(text));
  });
  return { weight: held.reduce((sum, clue) => sum + clue.weight, 0), words: held.map((clue) => clue.why['zh-TW']) };
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

function judge(file: OpenFile, adapter: Adapter, evidence: Evidence): Verdict {
  const find = (wanted: string | null): readonly Candidate[] => file.tables.map((table) => bestMapping(table, adapter, evidence, wanted));
  // Sheets that editions share follow the edition of the others.
  const edition = editionOf(find(null), adapter, evidence.year);
  const tables = find(edition);
  const filled = tables.filter((candidate) => candidate.table.header.some((text) => text !== ''));
  const mapped = filled.filter((candidate) => candidate.mapping !== null);
  const own = manifestClues(file, adapter);
  const mean = filled.length === 0 ? 0 : mapped.reduce((sum, candidate) => sum + candidate.score, 0) / filled.length;
  const clues = mapped.map((candidate) => `分頁「${candidate.table.sheet}」：${candidate.reason}`);
  return { adapter, edition, tables, confidence: mapped.length === 0 ? 0 : mean + own.weight, clues: [...clues, ...own.words] };
}

function rosterTypeOf(verdict: Verdict, stated: string | null): string | null {
  if (stated !== null) return stated;
  const known = new Set(verdict.tables.flatMap(({ mapping }) => mapping?.definition.rosterTypes.slice(0, 1) ?? []));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

/** Cover and file name agree or one is silent; the cover wins, as it travels with the data. */
function evidenceOf(file: OpenFile): Evidence {
  const name = parseFileName(file.file);
  const { cover } = file;
  const code = cover?.['學校代碼']?.trim().toUpperCase() ?? '';
  const school = /^[1-9]\d{4}$/.test(code) ? `0${code}` : code;
  const term = cover ? termOf(cover['學年度'] ?? '', cover['學期'] ?? '') : null;
  const rosterType = cover?.['名冊別']?.trim() ?? '';
  return {
    name,
    term: term ?? name.term,
    school: /^[0-9A-Z]{6}$/.test(school) ? school : name.school,
    rosterType: rosterType !== '' ? rosterType : name.rosterType,
    year: parseTerm(term ?? name.term ?? '')?.year ?? null,
    single: file.format === 'csv',
  };
}

/**
 * Finds the system whose mappings know the file's headers best. Systems that share a layout are told apart by
 * the columns only one of them has: a plain roster is the ministry's, one with a vendor's helper columns the vendor's.
 */
export function detect(file: OpenFile, registry: Registry): Detection {
  const evidence = evidenceOf(file);
  const verdicts = registry.adapters
    .filter((adapter) => adapter.manifest.reads && adapter.manifest.formats.includes(file.format))
    .map((adapter) => judge(file, adapter, evidence))
    .sort((a, b) => b.confidence - a.confidence);
  const best = verdicts[0];
  const facts = { term: evidence.term, school: evidence.school, problems: [] };
  if (!best || best.confidence === 0) {
    const reason = '沒有任何轉接器認得這些欄名。';
    return { ...facts, system: null, edition: null, rosterType: evidence.rosterType, confidence: 0, clues: [reason], tables: file.tables.map((table) => ({ table, mapping: null, reason })) };
  }
  return {
    ...facts,
    system: best.adapter.id,
    edition: best.edition,
    rosterType: rosterTypeOf(best, evidence.rosterType),
    confidence: Math.min(1, Math.round(best.confidence * 100) / 100),
    clues: best.clues,
    adapter: best.adapter,
    tables: best.tables.map(({ table, mapping, reason }) => ({ table, mapping, reason })),
  };
}
