/** Facts of certainty C and D that a school's data rests on, for reports and `doctor`. */
import { parseTerm } from '../core/term.ts';
import type { CheckReport } from '../report/model.ts';
import type { SchoolStore } from '../store/port.ts';
import type { Services } from './services.ts';
import { rosterTypeIn, termRosters } from './submit/term-rosters.ts';

type Assumption = CheckReport['assumptions'][number];

/** 名冊別 that no official cover confirms. */
export function rosterTypeAssumptions(services: Services, term: string): Assumption[] {
  const rosters = termRosters(services.home.path);
  const year = parseTerm(term)?.year ?? 0;
  return [...rosters.submission, ...rosters.precheck].flatMap((entry) => {
    const type = rosterTypeIn(entry, year);
    if (type.certainty === 'A' || type.certainty === 'B') return [];
    return [{
      id: `roster-type/${entry.book}`, asOf: type.asOf,
      text: { 'zh-TW': `「${entry.roster}」的名冊別以 ${type.code} 輸出，尚未見到公告；可在 roster-types.json 更改。`, en: `The 名冊別 of ${entry.roster} is written as ${type.code}, which no published cover confirms; roster-types.json can change it.` },
    }];
  });
}

/** Of the systems whose files are active in the term, of those whose layouts they take over, and of the rosters to be written. */
export function assumptionsOf(services: Services, store: SchoolStore, term: string): Assumption[] {
  const systems = new Set(store.inputs({ active: true }).filter((input) => input.terms.includes(term)).map((input) => input.system));
  const adapters = [...systems].sort().flatMap((system) => services.registry.adapter(system ?? '') ?? []);
  // What an adapter takes over rests on what is assumed of the other.
  const all = new Set(adapters.flatMap(({ id, bases }) => [id, ...bases]));
  const assumed = [...all].flatMap((id) => services.registry.adapter(id)?.manifest.assumptions ?? []);
  return [...assumed.map(({ id, text, asOf }) => ({ id, text, asOf })), ...rosterTypeAssumptions(services, term)];
}
