import { EXIT, Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { problemWords } from '../../flows/portfolio/problem-words.ts';
import { command, type Context } from '../command.ts';
import { SCHOOL, TODAY } from '../options.ts';

type Action = (context: Context, argument?: string) => Promise<number>;

/** Each is loaded only when it is asked for. */
const ACTIONS: Readonly<Record<string, () => Promise<{ default: Action }>>> = {
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  show: () => import('./list-content.ts'),
  verify: () => import('./verify.ts'),
  list: () => import('./list.ts'),
  resolve: () => import('./resolve.ts'),
  sheets: () => import('./sheets.ts'),
};

export default command({
  name: 'portfolio',
  summary: { 'zh-TW': '學籍異動學生的歷程資料：交出、收進、核對', en: "hand over, take in and check the portfolios of students who move" },
  usage: [
    'portfolio export --school CODE --student KEY… --to CODE [--format exchange|sealed] [--password-file F] [--out DIR]',
    'portfolio export --school CODE --list FILE --to CODE …',
    'portfolio import FILE --school CODE [--password-file F] [--dry-run] [--change CODE] [--out DIR] [--accept-missing --reason TEXT]',
    'portfolio show FILE [--school CODE] [--password-file F]',
    'portfolio verify FILE [--school CODE] [--password-file F]',
    'portfolio list --school CODE',
    'portfolio sheets --school CODE [--student KEY…|--list FILE] --out DIR',
    'portfolio resolve CONFLICT… --school CODE --keep existing|incoming|both --reason TEXT [--by NAME]',
  ],
  takes: Infinity,
  options: {
    school: SCHOOL,
    student: { type: 'string', multiple: true, value: 'KEY', help: { 'zh-TW': '身分證號、「身分證號 出生日期」或學生代號；可重複。放進名單檔更好，不會留在指令紀錄裡', en: 'id, "id birth date", or the student\'s reference; repeatable. A list is better: it leaves no id in the shell\'s history' } },
    list: { type: 'string', value: 'FILE', help: { 'zh-TW': '名單檔，一行一位：身分證號 出生日期', en: 'list with one student a line: id birth date' } },
    to: { type: 'string', value: 'CODE', help: { 'zh-TW': '接收學校', en: 'receiving school' } },
    format: { type: 'string', value: 'exchange|sealed', help: { 'zh-TW': 'exchange 給其他系統，sealed 以對方公開金鑰封裝；未指定時依 receivers.json', en: "exchange for other systems, sealed with the receiver's public key; receivers.json says where left out" } },
    out: { type: 'string', value: 'DIR', help: { 'zh-TW': '輸出資料夾；匯入時寫出本校系統可讀的檔案與附件', en: "folder to write; on import, files and attachments the school's own system can read" } },
    'password-file': { type: 'string', value: 'FILE', help: { 'zh-TW': '封裝密碼所在的檔案', en: 'file that holds the password of the package' } },
    consultations: { type: 'boolean', help: { 'zh-TW': '一併轉交隨前一校資料來的課程諮詢紀錄', en: 'pass on the counselling records that came with the data of a former school' } },
    'dry-run': { type: 'boolean', help: { 'zh-TW': '只看結果，不寫入', en: 'look only, write nothing' } },
    change: { type: 'string', value: 'CODE', help: { 'zh-TW': '這些學生轉入的異動代碼，本校資料沒有時才用', en: "status-change code by which these students came, used where the school's data have none" } },
    'accept-missing': { type: 'boolean', help: { 'zh-TW': '原校確定附件已遺失時，仍匯入其餘資料', en: 'take the rest where the sending school confirms that files are lost' } },
    keep: { type: 'string', value: 'existing|incoming|both', help: { 'zh-TW': '保留原有、採用後到，或兩者都是不同項目', en: 'the earlier stands, the later stands, or they are two items' } },
    reason: { type: 'string', value: 'TEXT', help: { 'zh-TW': '理由，記入稽核', en: 'why; kept in the audit log' } },
    by: { type: 'string', value: 'NAME', help: { 'zh-TW': '決定的人，預設為登入帳號', en: 'who decides; the login name by default' } },
    today: TODAY,
  },
  examples: [
    { line: 'portfolio export --school 014302 --list 轉出.txt --to 024301 --password-file 密碼.txt --out 交出/', says: { 'zh-TW': '把名單上的學生交給新學校', en: 'hand the students of a list over to their new school' } },
    { line: 'portfolio import 990302_2025_07_31_10_20_30.zip --school 014302 --password-file 密碼.txt --dry-run', says: { 'zh-TW': '先看會收進什麼', en: 'see first what would be taken in' } },
    { line: 'portfolio show 014302_024301_20260220010000.lcseal', says: { 'zh-TW': '看封裝內容，姓名與證號遮蔽', en: "look at a package's content, names and ids masked" } },
    { line: 'portfolio sheets --school 014302 --out 轉入/', says: { 'zh-TW': '轉入學生的原校成績與成果，寫成本校系統的檔案', en: "earlier scores and works of those who came, as files of the school's own system" } },
    { line: 'portfolio resolve 3f2a51c09b1e --school 014302 --keep existing --reason 與學生核對過', says: { 'zh-TW': '裁定一項衝突', en: 'decide about a conflict' } },
  ],
  async run(context) {
    const [name = '', ...rest] = context.positionals;
    const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!load) throw new Fault('usage/bad-option', { command: 'portfolio', detail: name });
    try {
      return await (await load()).default({ ...context, positionals: rest, get stopped() { return context.stopped; } }, rest[0]);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const shown = problemWords(error.problem, context.lang);
      context.progress.end();
      context.say(`✗ ${shown.problem}: ${shown.message}`);
      context.say(`  → ${shown.fix}`);
      context.result(shown);
      return EXIT.errorsFound;
    }
  },
});
