/** How well one mapping fits one table: headers first, then title, roster and school year. */
import type { Bilingual } from '../core/problem.ts';
import type { Table } from '../core/table.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { foldHeader } from '../mapping/header.ts';
import type { Evidence } from './evidence.ts';
import type { Manifest } from './sdk.ts';

export interface Score {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: Bilingual;
  /** True when every required column is there. */
  readonly complete: boolean;
}

/** 1 when it agrees, 0 when it contradicts, ½ when nothing is known. */
type Agreement = 0 | 0.5 | 1;

const UNNAMED_SHEET = /^(?:工作表|Sheet|sheet)\s*\d*$/;

function titleAgrees(table: Table, mapping: CompiledMapping, evidence: Evidence): Agreement {
  const title = evidence.single ? (evidence.name.sheet ?? table.sheet) : table.sheet;
  if (mapping.definition.sheets.some((sheet) => foldHeader(sheet) === foldHeader(title))) return 1;
  return UNNAMED_SHEET.test(title) || (evidence.single && evidence.name.sheet === null) ? 0.5 : 0;
}

function rosterAgrees(mapping: CompiledMapping, evidence: Evidence): Agreement {
  const { rosters, rosterTypes } = mapping.definition;
  const { roster } = evidence.name;
  if (roster !== null && rosters.some((name) => foldHeader(name) === foldHeader(roster))) return 1;
  if (evidence.rosterType !== null && rosterTypes.length > 0) return rosterTypes.includes(evidence.rosterType) ? 1 : 0;
  return roster === null || rosters.length === 0 ? 0.5 : 0;
}

function yearAgrees(mapping: CompiledMapping, manifest: Manifest, year: number | null): Agreement {
  if (year === null) return 0.5;
  const own = manifest.editions.filter((edition) => mapping.definition.editions.includes(edition.id));
  return own.some((edition) => (edition.from ?? 0) <= year && year <= (edition.to ?? 999)) ? 1 : 0;
}

/**
 * Weights: share of the table's headers that are known 0.3, share of the mapping's columns that are there 0.2,
 * share of its required columns 0.2, title 0.15, roster 0.1, school year 0.05. Layouts that differ in one column
 * are told apart by the first two, layouts that are equal by the title.
 */
export function scoreMapping(table: Table, mapping: CompiledMapping, manifest: Manifest, evidence: Evidence): Score {
  const present = new Set(table.header.filter((text) => text !== ''));
  const { columns } = mapping;
  const found = columns.filter((column) => column.definition.headers.some((name) => present.has(name)));
  const required = columns.filter((column) => column.definition.required);
  const requiredFound = required.filter((column) => found.includes(column));
  const known = [...present].filter((text) => mapping.dropped.has(text) || columns.some((column) => column.definition.headers.includes(text)));
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const title = titleAgrees(table, mapping, evidence);
  const score = 0.3 * share(known.length, present.size) + 0.2 * share(found.length, columns.length) + 0.2 * share(requiredFound.length, required.length)
    + 0.15 * title + 0.1 * rosterAgrees(mapping, evidence) + 0.05 * yearAgrees(mapping, manifest, evidence.year);
  const missing = required.filter((column) => !found.includes(column)).map((column) => column.definition.headers[0] ?? '');
  const reason = {
    'zh-TW': `${present.size} 個欄名認得 ${known.length} 個${title === 1 ? '，分頁名稱相符' : ''}${missing.length > 0 ? `，缺少必要欄位 ${missing.join('、')}` : ''}。`,
    en: `${known.length} of ${present.size} headers are known${title === 1 ? ', the title agrees' : ''}${missing.length > 0 ? `, required columns are missing: ${missing.join(', ')}` : ''}.`,
  };
  const complete = requiredFound.length === required.length;
  return { score: complete || title === 1 ? score : 0, reason, complete };
}
