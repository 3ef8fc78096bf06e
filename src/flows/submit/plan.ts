/** What a term's package holds, from `schemas/rosters/term.json` and the target system's writing mappings. */
import { printTable } from '../../adapters/print.ts';
import { Fault } from '../../core/fault.ts';
import { parseTerm } from '../../core/term.ts';
import type { SubmissionEdition, SubmissionPlan } from '../../package/submission.ts';
import type { RosterPlan } from '../../package/workbooks.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import { isAttachmentList } from '../attachments/lists.ts';
import type { Services } from '../services.ts';
import { writerOf } from './writer.ts';
import { recordsOf } from './rows.ts';
import { schoolWorkbook, type SourceSheet } from './school-workbook.ts';
import { type RosterEntry, rosterTypeIn, termRosters } from './term-rosters.ts';

async function rosterPlan(services: Services, store: SchoolStore, term: string, target: string, entry: RosterEntry, edition: SubmissionEdition): Promise<RosterPlan> {
  const year = parseTerm(term)?.year ?? 0;
  const adapter = services.registry.adapter(target);
  if (!adapter) throw new Fault('adapter/invalid', { adapter: target, detail: 'the target of term submissions is not installed', file: 'schemas/rosters/term.json' });
  const sources: SourceSheet[] = [];
  for (const title of entry.sheets) {
    const mapping = writerOf(adapter, entry.roster, title, year);
    if (!mapping) throw new Fault('adapter/invalid', { adapter: target, detail: `no writing mapping for ${entry.roster} ${title} in ${year}`, file: 'schemas/rosters/term.json' });
    sources.push({ title, mapping, records: await recordsOf(store, term, mapping) });
  }
  const { code } = rosterTypeIn(entry, year);
  const plan = { roster: entry.roster, rosterType: code, sheets: sources.map(({ title, mapping, records }) => ({ title, ...printTable(mapping, records) })) };
  if (edition !== 'precheck') return { ...plan, file: `${entry.roster}.xlsx` };
  const own = await schoolWorkbook(services, store, sources, code);
  return { ...plan, file: `預檢_${entry.roster}.xlsx`, ...(own ? { origin: own.origin } : {}), ...(own?.bytes ? { workbook: own.bytes } : {}) };
}

/** A file of the central database's replies is none that a submission was made from. */
function isReplyFile({ records }: InputInfo): boolean {
  const types = Object.keys(records);
  return types.length > 0 && types.every((type) => type === 'reply');
}

/**
 * Everything the packer needs; reading is done when this resolves.
 * @requirement RULE-102, RULE-309, RULE-310, RULE-311
 */
export async function submissionPlan(services: Services, store: SchoolStore, term: string, edition: SubmissionEdition): Promise<SubmissionPlan> {
  const { target, submission, precheck } = termRosters(services.home.path);
  const rosters: RosterPlan[] = [];
  for (const entry of edition === 'precheck' ? precheck : submission) {
    rosters.push(await rosterPlan(services, store, term, target, entry, edition));
  }
  const inputs = store.inputs({ active: true })
    .filter((input) => input.status === 'imported' && input.terms.includes(term) && !isAttachmentList(input) && !isReplyFile(input))
    .map(({ file, sha256 }) => ({ file, sha256 }))
    .sort((a, b) => (a.file === b.file ? (a.sha256 < b.sha256 ? -1 : 1) : a.file < b.file ? -1 : 1));
  return { school: store.school, term, edition, version: services.version, rosters, inputs };
}
