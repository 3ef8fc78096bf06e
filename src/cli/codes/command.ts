import { EXIT, Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { command, type Context } from '../command.ts';
import { SCHOOL, schoolOption, TERM, TODAY } from '../options.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { openServices, withSchool } from '../services.ts';
import { COINED_ACTIONS } from './coined.ts';
import { compare } from './compare.ts';
import { showList, showLists } from './lists.ts';

async function coined(context: Context, name = 'list', argument?: string): Promise<number> {
  const action = Object.hasOwn(COINED_ACTIONS, name) ? COINED_ACTIONS[name] : undefined;
  if (!action) throw new Fault('usage/bad-option', { command: 'codes', detail: `coined ${name}` });
  const school = schoolOption(context, 'codes');
  await using services = await openServices(context);
  try {
    return await withSchool(services, school, (store) => action.run(context, services, store, argument), { hold: action.changes });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problem = shownProblem(error.problem, context.lang);
    sayProblems(context, [problem]);
    context.result({ school, file: error.problem.file ?? null, ...problem });
    return EXIT.errorsFound;
  }
}

export default command({
  name: 'codes',
  summary: { 'zh-TW': '看代碼表；課程代碼比對；管理各校的造字對照表', en: "show code lists; compare course codes; keep a school's table of coined characters" },
  usage: [
    'codes [LIST]',
    'codes compare --school CODE --term 114-1',
    'codes coined list --school CODE [--used]',
    'codes coined import FILE --school CODE [--cns FILE…] [--replace]',
    'codes coined map CELL --school CODE --unicode U+XXXX|--cns P-XXXX [--glyph FILE] [--note TEXT] --by NAME [--cns FILE…] [--replace]',
    'codes coined unmap CELL --school CODE',
    'codes coined export --school CODE --out FILE',
  ],
  takes: 3,
  options: {
    school: SCHOOL,
    term: TERM,
    used: { type: 'boolean', help: { 'zh-TW': '資料中實際出現的造字與學生人數，不列姓名', en: 'coined characters that the data holds, with numbers of students, no names' } },
    unicode: { type: 'string', value: 'U+XXXX', help: { 'zh-TW': '這個造字的正式字元', en: 'the real character' } },
    cns: { type: 'string', multiple: true, value: 'P-XXXX|FILE', help: { 'zh-TW': '全字庫字碼；或用來核對的 CNS2UNICODE 檔，可重複', en: 'CNS 11643 code; or a CNS2UNICODE file to check against, repeatable' } },
    glyph: { type: 'string', value: 'FILE', help: { 'zh-TW': '字形圖檔（PNG、JPEG、GIF、BMP，1 MB 以內）', en: 'picture of the character (PNG, JPEG, GIF, BMP, up to 1 MB)' } },
    note: { type: 'string', value: 'TEXT', help: { 'zh-TW': '備註', en: 'a note' } },
    by: { type: 'string', value: 'NAME', help: { 'zh-TW': '核對字形的人或單位', en: 'who compared it with the picture' } },
    replace: { type: 'boolean', help: { 'zh-TW': '可更換已登錄的不同對照', en: 'may change what the table says already' } },
    out: { type: 'string', value: 'FILE', help: { 'zh-TW': '匯出的 JSON 檔', en: 'JSON file to write' } },
    today: TODAY,
  },
  examples: [
    { line: 'codes', says: { 'zh-TW': '列出所有代碼表', en: 'all code lists' } },
    { line: 'codes compare --school 014302 --term 114-1', says: { 'zh-TW': '課程計畫與修課、成績逐項比對，產出報告與活頁簿', en: 'compare the filed plan with courses and scores; writes a page and a workbook' } },
    { line: 'codes coined list --school 014302 --used', says: { 'zh-TW': '資料裡有哪些造字、影響幾位學生、登錄了沒有', en: 'which coined characters the data holds, of how many students, and whether they are known' } },
    { line: 'codes coined import 造字對照.csv --school 014302 --cns "CNS2UNICODE_Unicode BMP.txt"', says: { 'zh-TW': '匯入學校提供的對照表，並以全字庫核對', en: "take in the school's table and check it against CNS 11643" } },
    { line: 'codes coined map FA40 --school 014302 --unicode U+5803 --by 註冊組', says: { 'zh-TW': '登錄一個造字：寫回 Big5 時，堃會寫成 FA40', en: 'record one: written as Big5, 堃 goes into FA40' } },
  ],
  async run(context) {
    const [what, ...rest] = context.positionals;
    if (what === 'coined') return coined(context, ...rest);
    if (what === 'compare' && rest[0] === undefined) return compare(context);
    if (rest[0] !== undefined) throw new Fault('usage/bad-option', { command: 'codes', detail: rest[0] });
    return what === undefined ? showLists(context) : showList(context, what);
  },
});
