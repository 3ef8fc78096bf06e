/** Facts of certainty C and D that a school's data rests on, for reports and `doctor`. */
import { parseTerm } from '../core/term.ts';
import type { CheckReport } from '../report/model.ts';
import type { SchoolStore } from '../store/port.ts';
import type { Services } from './services.ts';
import { replyTerms } from './replies/kept.ts';
import { replySettings } from './replies/settings.ts';
import { type RosterEntry, rosterTypeIn, termRosters } from './submit/term-rosters.ts';

export type Assumption = CheckReport['assumptions'][number];

/** 名冊別 that no official cover confirms, of some rosters in a school year. */
export function rosterTypesAssumed(rosters: readonly RosterEntry[], year: number): Assumption[] {
  return rosters.flatMap((entry) => {
    const type = rosterTypeIn(entry, year);
    if (type.certainty === 'A' || type.certainty === 'B') return [];
    return [{
      id: `roster-type/${entry.book}`, asOf: type.asOf,
      text: { 'zh-TW': `「${entry.roster}」的名冊別以 ${type.code} 輸出，尚未見到公告；可在 roster-types.json 更改。`, en: `The 名冊別 of ${entry.roster} is written as ${type.code}, which no published cover confirms; roster-types.json can change it.` },
    }];
  });
}

/** The same, of the rosters of a term. */
export function rosterTypeAssumptions(services: Services, term: string): Assumption[] {
  const rosters = termRosters(services.home.path);
  return rosterTypesAssumed([...rosters.submission, ...rosters.precheck], parseTerm(term)?.year ?? 0);
}

/** How an official reply counts rows, which no published text says. */
export function replyAssumptions(services: Services): Assumption[] {
  const { lineCounts, assumedSince } = replySettings(services.home.path, services.rules);
  if (assumedSince === null) return [];
  const what = { 'sheet-rows': { 'zh-TW': '標題列算第 1 列', en: 'the header being row 1' }, 'data-rows': { 'zh-TW': '標題列之下算第 1 列', en: 'the first below the header being row 1' } }[lineCounts];
  return [{
    id: 'official-replies/line-counts', asOf: assumedSince,
    text: { 'zh-TW': `中央資料庫回覆的「錯誤行數」以${what['zh-TW']}計，尚未見到公告；可在 official-replies.json 更改。`, en: `錯誤行數 of an official reply is counted with ${what.en}, which no published text confirms; official-replies.json can change it.` },
  }];
}

/** Of the systems whose files are active in the terms, of those whose layouts they take over, and of the rosters to be written. */
export function assumptionsOf(services: Services, store: SchoolStore, terms: readonly string[], rosters: readonly Assumption[]): Assumption[] {
  const systems = new Set(store.inputs({ active: true }).filter((input) => input.terms.some((term) => terms.includes(term))).map((input) => input.system));
  const adapters = [...systems].sort().flatMap((system) => services.registry.adapter(system ?? '') ?? []);
  // What an adapter takes over rests on what is assumed of the other.
  const all = new Set(adapters.flatMap(({ id, bases }) => [id, ...bases]));
  const assumed = [...all].flatMap((id) => services.registry.adapter(id)?.manifest.assumptions ?? []);
  return [...assumed.map(({ id, text, asOf }) => ({ id, text, asOf })), ...rosters, ...(replyTerms(store).some((term) => terms.includes(term)) ? replyAssumptions(services) : [])];
}
