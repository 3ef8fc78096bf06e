/** Which system, edition and mappings a file is for. */
import type { Bilingual, Problem } from '../core/problem.ts';
import type { OpenFile, Table } from '../core/table.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { evidenceOf } from './evidence.ts';
import { judge, manifestClues, type Verdict } from './judge.ts';
import { hasEditionFor, nearestEdition } from './nearest.ts';
import { nearestLayout } from './nearest-layout.ts';
import { adaptersNamed } from './prefer.ts';
import type { Adapter, Registry } from './registry.ts';

export interface DetectedTable {
  readonly table: Table;
  readonly mapping: CompiledMapping | null;
  readonly reason: Bilingual;
}

export interface Detection {
  readonly system: string | null;
  readonly edition: string | null;
  /** 名冊別 of the cover or the file name, or the only one the mappings know. */
  readonly rosterType: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** What led to the answer, in sentences. */
  readonly clues: readonly Bilingual[];
  readonly adapter?: Adapter;
  /** Every table of the file, in file order. */
  readonly tables: readonly DetectedTable[];
  readonly problems: readonly Problem[];
  readonly term: string | null;
  readonly school: string | null;
}

function rosterTypeOf(verdict: Verdict, stated: string | null): string | null {
  if (stated !== null) return stated;
  const known = new Set(verdict.tables.flatMap(({ mapping }) => mapping?.definition.rosterTypes.slice(0, 1) ?? []));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

/** True when the file may be of an adapter that shares another's layouts: a clue holds, or a header only it knows is there. */
function pointsTo(file: OpenFile, adapter: Adapter): boolean {
  return manifestClues(file, adapter).weight > 0 || file.tables.some((table) => table.header.some((text) => adapter.marks.has(text)));
}

/** The best verdict of some adapters; of equals the one that stands first. */
function bestOf(file: OpenFile, adapters: readonly Adapter[]): Verdict | null {
  const verdicts = adapters
    .filter(({ manifest }) => manifest.reads && manifest.formats.includes(file.format))
    .map((adapter) => judge(file, adapter))
    .sort((a, b) => b.confidence - a.confidence);
  const [best] = verdicts;
  return best !== undefined && best.confidence > 0 ? best : null;
}

/** Tables of which every required column is there. */
const complete = (verdict: Verdict | null): number => verdict?.tables.filter((candidate) => candidate.complete).length ?? 0;

/** False where the file says a school year for which the system has no edition. */
const inUse = ({ adapter, evidence: { year } }: Verdict): boolean => year === null || hasEditionFor(year, adapter.manifest.editions);

/** A layout that was in use in other years is not trusted with this one: a year on a cover is mistyped easily, and says where rows go. */
function unknownEdition({ adapter: { manifest }, edition, evidence: { year } }: Verdict): Problem {
  const near = nearestEdition(year!, manifest.editions)!;
  const span = [near.from ?? '', near.to ?? ''].filter((part, at, both) => at === 0 || part !== both[0]).join('–');
  return { code: 'intake/unknown-edition', params: { system: manifest.name['zh-TW'], systemEn: manifest.name.en, year: year!, edition: edition ?? '–', near: near.id, span } };
}

/** The plan a school has filed comes from a platform, whatever system the school itself uses. */
const isFiledPlan = ({ mappings }: Adapter): boolean => mappings.every(({ definition }) => definition.record === 'coursePlanRow');

const NOBODY: Bilingual = { 'zh-TW': '沒有任何轉接器認得這些欄名。', en: 'No adapter knows these headers.' };

/** What is said of the setting: that it counted, or that it did not fit. */
function settingClue(names: Bilingual, unfit: boolean): Bilingual {
  return unfit
    ? { 'zh-TW': `設定的系統${names['zh-TW']}與檔案不合，改依欄名辨認。`, en: `The system that was set, ${names.en}, does not fit the file; it was told by its headers.` }
    : { 'zh-TW': `設定的系統是${names['zh-TW']}。`, en: `The system that was set is ${names.en}.` };
}

export interface DetectOptions {
  /** Ids of the systems the files come from, as the school's setting or the operator says; empty for not said. */
  readonly systems?: readonly string[];
}

/**
 * Finds the system whose mappings know the file's headers best. Systems that share a layout are told apart by what is
 * said in `options`, else by the columns or clues only one of them has: a plain roster is the ministry's, one with a
 * vendor's helper columns the vendor's. What is said counts unless it reads fewer sheets whole than another would, or has
 * no edition for the file's school year where another has.
 *
 * @throws Fault `adapter/unknown` when `options` names a system that is not there
 */
export function detect(file: OpenFile, registry: Registry, { systems = [] }: DetectOptions = {}): Detection {
  const said = adaptersNamed(registry, systems);
  const possible = registry.adapters.filter((adapter) => adapter.bases.length === 0 || pointsTo(file, adapter));
  // Of equals the one whose layouts they are.
  const plain = bestOf(file, possible.sort((a, b) => a.bases.length - b.bases.length));
  const asked = said.length === 0 ? null : bestOf(file, said);
  const fits = asked !== null && complete(asked) >= complete(plain) && (inUse(asked) || plain === null || !inUse(plain));
  const best = fits ? asked : plain;
  const names = {
    'zh-TW': said.map(({ id, manifest }) => `「${manifest.name['zh-TW']}」（${id}）`).join('、'),
    en: said.map(({ id, manifest }) => `"${manifest.name.en}" (${id})`).join(', '),
  };
  if (best === null) {
    const { term, school, rosterType } = evidenceOf(file);
    const reasons = file.tables.map((table) => nearestLayout(table, file, registry) ?? NOBODY);
    return {
      term, school, problems: [], system: null, edition: null, rosterType, confidence: 0, clues: [...new Map(reasons.map((reason) => [reason.en, reason])).values()],
      tables: file.tables.map((table, at) => ({ table, mapping: null, reason: reasons[at]! })),
    };
  }
  const { adapter, evidence, edition } = best;
  const unfit = said.length > 0 && !fits && !isFiledPlan(adapter);
  const clue = said.length === 0 || (!unfit && !fits) ? [] : [settingClue(names, unfit)];
  return {
    term: evidence.term, school: evidence.school, edition, adapter,
    system: adapter.id,
    rosterType: rosterTypeOf(best, evidence.rosterType),
    confidence: Math.min(1, Math.round(best.confidence * 100) / 100),
    clues: [...clue, ...best.clues],
    tables: best.tables.map(({ table, mapping, reason }) => ({ table, mapping, reason })),
    problems: [
      ...(unfit ? [{ code: 'intake/other-system', params: { asked: names['zh-TW'], askedEn: names.en, found: adapter.manifest.name['zh-TW'], foundEn: adapter.manifest.name.en } }] : []),
      ...(inUse(best) ? [] : [unknownEdition(best)]),
    ],
  };
}
