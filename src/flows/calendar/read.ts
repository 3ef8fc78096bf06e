/** A school's calendar: `<home>/calendar.json` for every school, `<home>/<school>/calendar.json` where it differs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarWindow, type SchoolCalendar, type TermCalendar, WINDOW_KINDS } from '../../core/calendar.ts';
import type { Bilingual } from '../../core/problem.ts';
import { isoToRoc } from '../../core/roc-date.ts';
import { type Mistake, readConfig } from '../../formats/json/config.ts';
import type { Home } from '../../store/home.ts';
import { schoolSettings } from '../school-settings.ts';

type Terms = Readonly<Record<string, TermCalendar>>;

interface CalendarFile {
  readonly terms?: Terms;
  /** By school year. */
  readonly years?: Terms;
}

const UNREAL: Bilingual = { 'zh-TW': '沒有這一天。', en: 'There is no such day.' };
const REVERSED: Bilingual = { 'zh-TW': '結束日期早於開始日期。', en: 'The end comes before the start.' };

const NOT_BATCHED: Bilingual = { 'zh-TW': '梯次只用於三年級（"grades": [3]）。', en: 'A batch is of grade 3 only ("grades": [3]).' };

function windowMistakes(path: string, { from, to, batch, grades }: CalendarWindow): Mistake[] {
  const unreal = Object.entries({ from, to }).filter(([, date]) => isoToRoc(date) === null).map(([name]) => ({ path: `${path}/${name}`, message: UNREAL }));
  return [
    ...unreal,
    ...(unreal.length === 0 && to < from ? [{ path: `${path}/to`, message: REVERSED }] : []),
    ...(batch !== undefined && grades?.join() !== '3' ? [{ path: `${path}/batch`, message: NOT_BATCHED }] : []),
  ];
}

/** What the schema cannot say: days that do not exist, windows that end before they begin, batches of other grades. */
function mistakes({ terms = {}, years = {} }: CalendarFile): Mistake[] {
  return Object.entries({ terms, years }).flatMap(([part, entries]) => Object.entries(entries).flatMap(([key, entry]) => {
    const at = `/${part}/${key}`;
    const days = (['firstDay', 'lastDay'] as const).filter((name) => entry[name] !== undefined && isoToRoc(entry[name]) === null);
    return [
      ...days.map((name) => ({ path: `${at}/${name}`, message: UNREAL })),
      ...WINDOW_KINDS.flatMap((kind) => (entry[kind] ?? []).flatMap((window, index) => windowMistakes(`${at}/${kind}/${index}`, window))),
    ];
  }));
}

function readTerms(file: string): Terms {
  if (!existsSync(file)) return {};
  const { terms, years } = readConfig<CalendarFile>(file, 'calendar', mistakes);
  return { ...terms, ...Object.fromEntries(Object.entries(years ?? {}).map(([year, entry]) => [`${year}-0`, entry])) };
}

/** The file of every school, and the one of a school's own. */
export function calendarFiles(home: Home, school: string): { readonly district: string; readonly own: string } {
  return { district: join(home.path, 'calendar.json'), own: join(home.path, school, 'calendar.json') };
}

/**
 * What holds for one school. In a term, each day and each kind of window is the school's own where it has one,
 * else the district's; a school that lists a kind lists it whole.
 *
 * @throws {Fault} `config/invalid` naming file and line
 * @requirement RULE-304, RULE-315, RULE-316
 */
export function schoolCalendar(home: Home, school: string): SchoolCalendar {
  const files = calendarFiles(home, school);
  const district = readTerms(files.district);
  const own = readTerms(files.own);
  const terms = [...new Set([...Object.keys(district), ...Object.keys(own)])].sort();
  return {
    terms: Object.fromEntries(terms.map((term) => [term, { ...district[term], ...own[term] }])),
    workingTerm: schoolSettings(home, school).term ?? null,
  };
}
