import { Fault } from '../../core/fault.ts';
import { command } from '../command.ts';
import { BATCH, SCHOOL, TERM, TODAY, YEAR } from '../options.ts';
import { runTermCorrection, runYearCorrection } from './correction.ts';
import { runPackTerm } from './term.ts';
import { runPackYear } from './year.ts';

export default command({
  name: 'pack',
  summary: { 'zh-TW': '通過檢查後，打包學期或學年提交', en: 'pack a term or yearly submission once the gate is open' },
  usage: ['pack term --school CODE --term 114-1 [--precheck]', 'pack term --school CODE --term 114-1 --correction [--corrects N] [--resend]', 'pack year --school CODE --year 114 [--batch 1|2] [--correction [--corrects N] [--resend]]'],
  takes: 1,
  options: {
    school: SCHOOL, term: TERM, year: YEAR, batch: BATCH, today: TODAY,
    correction: { type: 'boolean', help: { 'zh-TW': '只產出與先前提交不同的部分', en: 'pack only what changed since a submission' } },
    corrects: { type: 'string', value: 'N', help: { 'zh-TW': '更正第幾次提交；預設為收訖明細最後回覆的那一次', en: 'number of the submission it corrects; the last one a receipt answered to by default' } },
    resend: { type: 'boolean', help: { 'zh-TW': '更正時一併重送收訖明細顯示沒收到、或內容不同的', en: 'with --correction: what receipts lack or have otherwise is sent again too' } },
    precheck: { type: 'boolean', help: { 'zh-TW': '產出預檢名冊(名冊別 41、42)', en: 'pack the pre-check edition (名冊別 41, 42)' } },
  },
  examples: [
    { line: 'pack term --school 014302 --term 114-1', says: { 'zh-TW': '產出提交檔到 outbox', en: 'write the submission into the outbox' } },
    { line: 'pack term --school 014302 --term 114-1 --correction', says: { 'zh-TW': '更正後只提交變動的學生', en: 'after corrections, the students whose rows changed' } },
    { line: 'pack term --school 014302 --term 114-1 --precheck', says: { 'zh-TW': '產出預檢檔', en: 'write the pre-check edition' } },
    { line: 'pack year --school 014302 --year 114', says: { 'zh-TW': '高一、高二的課程學習成果與多元表現，連同檔案', en: 'works and performances of grades 1 and 2, with their files' } },
    { line: 'pack year --school 014302 --year 114 --correction', says: { 'zh-TW': '更正後只提交變動的學生與檔案', en: 'after corrections, the students and files that changed' } },
    { line: 'pack year --school 014302 --year 114 --batch 1', says: { 'zh-TW': '高三第一梯次', en: 'grade 3, first batch' } },
  ],
  async run(context) {
    const [what = ''] = context.positionals;
    const correction = context.options['correction'] === true;
    if (what === 'term') return correction ? runTermCorrection(context) : runPackTerm(context);
    if (what === 'year') return correction ? runYearCorrection(context) : runPackYear(context);
    throw new Fault('usage/bad-option', { command: 'pack', detail: `pack ${what} (term|year)` });
  },
});
