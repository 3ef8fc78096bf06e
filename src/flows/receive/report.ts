/** The report on a term's receipts: drawn from what is kept, written when it says something new. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { Bilingual } from '../../core/problem.ts';
import { sha256 } from '../../core/sha256.ts';
import { textIn } from '../../core/text.ts';
import { differencesOf, tally } from '../../receipts/differences.ts';
import { renderReceiptHtml, renderReceiptJson } from '../../report/receipt.ts';
import type { ReceiptDifference, ReceiptLineReport, ReceiptRemark, ReceiptReport } from '../../report/receipt-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { publishIfChanged } from '../publish-file.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { receiptAssumptions } from './assumptions.ts';
import { currentLine } from './current.ts';
import { receiptKinds } from './kinds.ts';
import { schoolPeople } from './people.ts';
import { imports, type KeptRemark, type LineRecord } from './shelves.ts';
import { receiptStatus } from './status.ts';
import { checkCode } from './students.ts';

export interface ReceiptReportFiles {
  readonly html: string;
  readonly json: string;
}

/** Paths of a term's report on receipts, written or not. */
export function receiptReportFiles(services: Services, school: string, term: string): ReceiptReportFiles {
  const folder = join(services.home.paths(school).reports, term);
  return { html: join(folder, 'receipt.html'), json: join(folder, 'receipt.json') };
}

function remark({ code, params, file }: KeptRemark): ReceiptRemark {
  const { severity, title, message, fix } = PROBLEMS[code]!;
  const words = (text: Bilingual): Bilingual => ({ 'zh-TW': textIn('zh-TW', text, { file: file ?? '', ...params }), en: textIn('en', text, { file: file ?? '', ...params }) });
  return { severity, title, message: words(message), fix: words(fix) };
}

/** Remarks of the imports that brought what the lines have now. */
function remarksOf(store: SchoolStore, lines: readonly LineRecord[]): ReceiptRemark[] {
  const versions = new Set(lines.map(({ version }) => version));
  return imports(store).filter(({ version }) => versions.has(version)).flatMap(({ remarks }) => remarks).filter(({ code }) => code in PROBLEMS).map(remark);
}

/**
 * @param term as asked for: yearly kinds of its year are in it
 * @throws ProblemError `receipt/evidence-gone`
 */
export async function receiptReport(services: Services, store: SchoolStore, term: string): Promise<ReceiptReport> {
  const people = await schoolPeople(store);
  const lines: ReceiptLineReport[] = [];
  const differences: ReceiptDifference[] = [];
  const statuses = receiptStatus(services, store, term);
  for (const { record, title, counts, state, whoseMove } of statuses) {
    const current = await currentLine(services, store, record, people);
    const rows = current ? tally(current.reconciliation) : { matched: 0, missing: 0, extra: 0, changed: 0, kept: 0 };
    lines.push({ kind: title, term: record.term, window: record.window && { from: record.window.from, to: record.window.to }, state, whoseMove, ...counts, ...rows });
    const found = current ? differencesOf(title['zh-TW'], current.reconciliation, (key) => store.studentRef(key)) : [];
    differences.push(...found.map(({ ref, ...one }) => ({ kind: title['zh-TW'], ...one, code: ref === null ? null : checkCode(ref) })));
  }
  return {
    school: store.school, schoolName: schoolSettings(services.home, store.school).name, term, today: services.today, version: services.version,
    lines, differences, remarks: remarksOf(store, statuses.map(({ record }) => record)), assumptions: receiptAssumptions(receiptKinds(services.home.path)),
  };
}

/** What the last report of each term was drawn from. */
const DRAWN = 'receipt-reports';

function drawnFrom(services: Services, store: SchoolStore, term: string): string {
  const lines = receiptStatus(services, store, term).map(({ record, counts, state, whoseMove }) => [record, counts, state, whoseMove]);
  return sha256(JSON.stringify([lines, services.version]));
}

/** True while the term's report says what is so. */
export function isDrawn(services: Services, store: SchoolStore, term: string): boolean {
  const { html, json } = receiptReportFiles(services, store.school, term);
  return existsSync(html) && existsSync(json) && store.shelf(DRAWN).get(term) === drawnFrom(services, store, term);
}

/** Both files are in Chinese, whoever asks: the same state must be the same bytes. The HTML can be switched. */
export async function writeReceiptReport(services: Services, store: SchoolStore, term: string): Promise<ReceiptReportFiles> {
  const files = receiptReportFiles(services, store.school, term);
  const report = await receiptReport(services, store, term);
  mkdirSync(join(files.html, '..'), { recursive: true, mode: 0o700 });
  publishIfChanged(files.html, renderReceiptHtml(report, 'zh-TW'));
  publishIfChanged(files.json, renderReceiptJson(report, 'zh-TW'));
  store.shelve([{ shelf: DRAWN, key: term, value: drawnFrom(services, store, term) }]);
  return files;
}
