/** Which submissions a receipt answers to, and everything that was submitted in them. */
import { basename } from 'node:path';
import { codeList } from '../../core/codes.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Cover } from '../../core/table.ts';
import { openXlsx } from '../../formats/xlsx/read.ts';
import type { SheetPlan } from '../../receipts/compare/plan.ts';
import type { NamedRoster } from '../../receipts/content.ts';
import { type Batch, batchOfGroup, batchOfName } from '../../receipts/kinds.ts';
import { readSentSheet, type SentPart, type SentSheet } from '../../receipts/sent.ts';
import { studentKeyOf } from '../../receipts/student-key.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { submittedWorkbook } from '../submit/evidence.ts';
import { chainOf } from '../submit/submitted.ts';

type Roster = PastSubmission['rosters'][number];

/** The batch of a roster, by its 名冊別, else by its name. */
export function batchOfRoster(roster: Roster): Batch {
  return batchOfGroup(codeList('roster-type').entry(roster.rosterType)?.group) || batchOfName(roster.file);
}

/** The batch of the rosters a receipt names, where they are ours and of one. */
export function batchOfRosters(store: SchoolStore, rosters: readonly NamedRoster[]): Batch {
  const found = store.submissions().flatMap((submission) => submission.rosters).filter(({ sha256 }) => rosters.some(({ sha }) => sha === sha256));
  const batches = new Set(found.map(batchOfRoster));
  return batches.size === 1 ? [...batches][0]! : '';
}

/** 名冊 name without its batch; of older submissions by the file's name. */
function rosterName(roster: Roster): string {
  return (roster.roster ?? basename(roster.file, '.xlsx')).replace(/^第[一二]梯次/, '');
}

/** The plan that wrote a sheet of a roster; undefined for a sheet that this kind of receipt has nothing of. */
function planOf(plans: readonly SheetPlan[], roster: Roster, title: string): SheetPlan | undefined {
  const name = rosterName(roster);
  return plans.find(({ mapping: { definition } }) => definition.sheets[0] === title && definition.rosters.includes(name));
}

/** What a line's receipt answers to. */
export interface Base {
  /** Whole submission first, then its corrections up to the newest that is answered to. */
  readonly chain: readonly PastSubmission[];
  /** Positions in the chain that the receipt names; none where it names no roster of ours. */
  readonly named: readonly PastSubmission[];
  readonly remarks: readonly Problem[];
}

export interface LineAsked {
  readonly title: string;
  /** Term of its rosters: `114-0` for yearly kinds. */
  readonly term: string;
  readonly batch: Batch;
  readonly rosters: readonly NamedRoster[];
  readonly plans: readonly SheetPlan[];
  /** For messages. */
  readonly file: string;
}

const ofLine = (line: LineAsked) => (roster: Roster): boolean => batchOfRoster(roster) === line.batch && Object.keys(roster.sheets).some((title) => planOf(line.plans, roster, title) !== undefined);

/** True for a submission with anything of the line: a correction may only take away. */
function isOfLine(line: LineAsked, { rosters, removed = [] }: PastSubmission): boolean {
  return rosters.some(ofLine(line)) || removed.some(({ file, roster, rosterType, sheet }) => ofLine(line)({ file, roster, rosterType, sha256: '', sheets: { [sheet]: 0 } }));
}

const names = ({ sha }: NamedRoster) => (submission: PastSubmission): boolean => sha !== '' && (submission.sha256 === sha || submission.rosters.some(({ sha256 }) => sha256 === sha));

/** @throws ProblemError `receipt/other-term`, `receipt/nothing-submitted` */
export function baseOf(store: SchoolStore, line: LineAsked): Base {
  const all = store.submissions();
  // Rosters of a batch come in the year's package, whatever term they are of.
  const inTerm = (term: string): boolean => term === line.term || (line.batch !== '' && term === line.term.replace(/-\d$/, '-0'));
  const candidates = all.filter((submission) => inTerm(submission.term) && submission.edition !== 'precheck' && isOfLine(line, submission));
  const named = candidates.filter((submission) => line.rosters.some((roster) => names(roster)(submission)));
  if (named.length === 0) {
    const elsewhere = all.find((submission) => !inTerm(submission.term) && line.rosters.some((roster) => names(roster)(submission)));
    if (elsewhere) throw new ProblemError({ code: 'receipt/other-term', params: { found: elsewhere.term, term: line.term }, file: line.file });
  }
  const last = named.at(-1) ?? candidates.at(-1);
  if (!last) throw new ProblemError({ code: 'receipt/nothing-submitted', params: { kind: line.title, term: line.term }, file: line.file });
  const strange = line.rosters.filter((roster) => !all.some(names(roster)));
  const chain = chainOf(candidates, last);
  const unnamed = named.length === 0 ? [] : named.flatMap(({ sha256, rosters }) => rosters.filter((roster) => ofLine(line)(roster) && !line.rosters.some(({ sha }) => sha === roster.sha256 || sha === sha256)));
  return {
    chain, named,
    remarks: [
      ...(line.rosters.length === 0 ? [{ code: 'reconcile/no-rosters', params: { kind: line.title } }] : []),
      ...strange.map((roster) => ({ code: 'reconcile/unknown-roster', params: { roster: roster.name || roster.sha.slice(0, 12), kind: line.title } })),
      ...unnamed.map((roster) => ({ code: 'reconcile/roster-not-named', params: { roster: rosterName(roster), kind: line.title } })),
    ],
  };
}

/** A workbook of the line's own term: rosters of the third grade's batches come as one package for all terms of a year. */
function isOfTerm(cover: Cover | undefined, term: string): boolean {
  return cover === undefined || cover['學期'] === undefined || cover['學期'] === term.split('-')[1];
}

type LineSheets = Pick<LineAsked, 'plans' | 'batch' | 'term'>;

async function sheetsIn(services: Services, store: SchoolStore, submission: PastSubmission, line: LineSheets, foreign: Set<string>): Promise<SentSheet[]> {
  const sheets: SentSheet[] = [];
  for (const roster of submission.rosters.filter((one) => batchOfRoster(one) === line.batch)) {
    if (!Object.keys(roster.sheets).some((title) => planOf(line.plans, roster, title))) continue;
    const book = await openXlsx(await submittedWorkbook(services, store, submission, roster), roster.file);
    if (isOfTerm(book.cover, line.term)) {
      for (const table of book.tables) {
        const plan = planOf(line.plans, roster, table.sheet);
        if (plan) sheets.push(await readSentSheet(table, plan.mapping));
      }
    } else {
      foreign.add(roster.file);
    }
    await book.close();
  }
  return sheets;
}

/**
 * What each submission of a chain holds of a line.
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function sentParts(services: Services, store: SchoolStore, chain: readonly PastSubmission[], line: LineSheets): Promise<readonly SentPart[]> {
  /** Workbooks of other terms, which corrections may speak of too. */
  const foreign = new Set<string>();
  const parts: SentPart[] = [];
  for (const submission of chain) {
    const sheets = await sheetsIn(services, store, submission, line, foreign);
    const removed = (submission.removed ?? []).filter(({ file }) => !foreign.has(file)).flatMap(({ file, roster, rosterType, sheet, student }) => {
      const named: Roster = { file, roster, rosterType, sha256: '', sheets: {} };
      const plan = batchOfRoster(named) === line.batch ? planOf(line.plans, named, sheet) : undefined;
      const [id = '', birth = ''] = student.split(' ');
      return plan ? [{ mapping: plan.mapping.id, key: studentKeyOf(id, birth) ?? { idNumber: id, birthDate: birth } }] : [];
    });
    parts.push({ sheets, removed });
  }
  return parts;
}
