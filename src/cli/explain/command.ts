import { EXIT, Fault } from '../../core/fault.ts';
import { explain } from '../../flows/explain/explain.ts';
import { parseReference } from '../../flows/explain/reference.ts';
import { command } from '../command.ts';
import { SCHOOL, schoolOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { sayExplained } from './say.ts';
import { shownField, shownProblem } from './shown.ts';

export default command({
  name: 'explain',
  summary: { 'zh-TW': '由原始儲存格重算一個值', en: 'recompute a value from its cell' },
  usage: ['explain RECORD [FIELD…] --school CODE'],
  takes: Infinity,
  options: { school: SCHOOL },
  examples: [
    { line: 'explain 0123456789abcdef0123456789abcdef:0:17 score --school 014302', says: { 'zh-TW': '第 17 列的成績從哪個儲存格、怎麼轉換來的', en: 'the cell and the steps behind the score of row 17' } },
    { line: 'explain 0123456789abcdef0123456789abcdef:0:17 出生日期 --school 014302', says: { 'zh-TW': '欄位也可以用檔案上的欄名', en: 'a field may be named by its header in the file' } },
    { line: 'explain 0123456789abcdef0123456789abcdef --school 014302', says: { 'zh-TW': '整個檔案為什麼沒有匯入', en: 'why a whole file was not imported' } },
  ],
  async run(context) {
    const school = schoolOption(context, 'explain');
    const [record, ...fields] = context.positionals;
    if (record === undefined) throw new Fault('usage/bad-option', { command: 'explain', detail: 'RECORD' });
    const reference = parseReference(record);
    await using services = await openServices(context);
    const explained = await withSchool(services, school, (store) => explain(services, store, reference, fields));
    const { file, sheet, row, system, edition, encoding, type, fate, rejection } = explained;
    const shown = explained.fields.map((field) => shownField(field, context.lang));
    sayExplained(context, explained, shown);
    context.result({
      record, file, sheet, row, system, edition, encoding, type, fate,
      rejection: rejection && { ...shownProblem(rejection, context.lang), column: rejection.column }, fields: shown,
    });
    return EXIT.done;
  },
});
