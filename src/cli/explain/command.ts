import { coinedMeaning } from '../../core/coined.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { FIELDS } from '../../core/fields.ts';
import { mask } from '../../core/mask.ts';
import { explainRecord, parseRecordRef } from '../../flows/explain.ts';
import { command } from '../command.ts';
import { SCHOOL, schoolOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';

export default command({
  name: 'explain',
  summary: { 'zh-TW': '由原始儲存格重算一個值', en: 'recompute a value from its cell' },
  usage: ['explain RECORD [FIELD…] --school CODE'],
  takes: Infinity,
  options: { school: SCHOOL },
  examples: [{ line: 'explain 0123456789abcdef0123456789abcdef:0:17 score --school 014302', says: { 'zh-TW': '第 17 列的成績從哪個儲存格、怎麼轉換來的', en: 'the cell and the steps behind the score of row 17' } }],
  async run(context) {
    const school = schoolOption(context, 'explain');
    const [record, ...fields] = context.positionals;
    if (record === undefined) throw new Fault('usage/bad-option', { command: 'explain', detail: 'RECORD' });
    const ref = parseRecordRef(record);
    await using services = await openServices(context);
    const explained = await withSchool(services, school, (store) => explainRecord(services, store, ref, fields));
    const privacyOf = (field: string) => FIELDS[explained.type]?.[field]?.privacy ?? 'text';
    const say = words(context);
    context.say(`${explained.file} · ${explained.sheet} · ${say(`第 ${explained.row} 列`, `row ${explained.row}`)} · ${explained.system ?? ''} ${explained.edition ?? ''}`);
    const shown = explained.fields.map((field) => {
      const hide = (text: string): string => mask(privacyOf(field.field), text);
      return {
        field: field.field, column: field.column, transform: field.transform, raw: hide(field.raw),
        steps: field.steps.map((step) => ({ what: step.what[context.lang], text: hide(step.text) })),
        value: field.value === undefined ? null : typeof field.value === 'string' ? hide(field.value) : field.value,
        problem: field.problem?.code ?? null, codes: field.codes,
        coined: field.coined.map(({ cell, entry }) => ({ cell, meaning: entry && coinedMeaning(entry), verifiedBy: entry?.verifiedBy ?? null, date: entry?.date ?? null })),
      };
    });
    for (const field of shown) {
      context.say(`  ${field.field} ← ${field.column}: "${field.raw}"`);
      for (const step of field.steps) context.say(`      ${step.what}: "${step.text}"`);
      for (const { cell, meaning, verifiedBy, date } of field.coined) {
        context.say(meaning === null
          ? say(`      [造字 ${cell}：未登錄對照]`, `      [coined ${cell}: not in the school's table]`)
          : say(`      [造字 ${cell} → ${meaning}（${verifiedBy} ${date} 確認）]`, `      [coined ${cell} → ${meaning} (verified by ${verifiedBy}, ${date})]`));
      }
      if (field.problem) context.say(`      ✗ ${field.problem}`);
    }
    context.result({ record, file: explained.file, sheet: explained.sheet, row: explained.row, system: explained.system, edition: explained.edition, fields: shown });
    return EXIT.done;
  },
});
