/** Nothing about a person is shown: every cell, masked as its column is, hides the ids, names and birth dates of the fixtures. */
import type { Bilingual } from '../../../core/problem.ts';
import { FIELDS } from '../../../core/fields.ts';
import { mask } from '../../../core/mask.ts';
import { idIsValid, normaliseId } from '../../../core/national-id.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import { columnPrivacy, maskedParams } from '../../privacy.ts';
import { both, check } from '../check.ts';
import { tablesOf } from '../subject.ts';

const PERSONAL = new Set(['id', 'name', 'birth']);
/** Shorter texts stand in other words by chance. */
const LEAST = 2;

/** Texts of a record nobody but the school may see, as they stand in the file and as they were read. */
function secretsOf(record: CanonicalRecord): readonly string[] {
  return Object.entries(FIELDS[record.type]).filter(([, { privacy }]) => PERSONAL.has(privacy)).flatMap(([field]) => [record[field], record.raw?.[field]])
    .filter((text): text is string => typeof text === 'string' && text.trim().length >= LEAST);
}

/** True when a text lets a secret through that it did not mask. */
function leaks(shown: string, secrets: ReadonlySet<string>): boolean {
  const bare = shown.trim();
  return secrets.has(bare) || idIsValid(normaliseId(bare));
}

export default check({
  check: 'privacy',
  title: both('訊息與報告不會露出個人資料', 'No personal data in what is shown or logged'),
  async run(subject) {
    const tables = await tablesOf(subject);
    const secrets = new Set(tables.flatMap(({ records }) => records.flatMap(secretsOf)));
    const found = new Map<string, Bilingual>();
    for (const { where, mapping, header, rows, rejected, remarks } of tables) {
      const leaky = (column: string): void => void found.set(`${where} ${column}`, both(
        `${where} 的「${column}」會把學生的證號、姓名或生日照原樣顯示：請對應到屬於個人資料的欄位。`,
        `${where}: "${column}" would show ids, names or birth dates as they are; map it to a field that is personal.`,
      ));
      for (const row of rows) {
        for (const [index, cell] of row.cells.entries()) {
          const column = header[index] ?? '';
          if (cell.trim().length >= LEAST && leaks(mask(columnPrivacy(mapping.definition, column), cell), secrets)) leaky(column);
        }
      }
      for (const { column, params, value } of [...rejected, ...remarks]) {
        const privacy = columnPrivacy(mapping.definition, column);
        const shown = [...Object.values(maskedParams(params, privacy)).map(String), ...(value === undefined ? [] : [mask(privacy, value)])];
        if (shown.some((text) => leaks(text, secrets))) leaky(column ?? '');
      }
    }
    return [...found.values()];
  },
});
