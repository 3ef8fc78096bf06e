/** Every value can be recomputed from its cell, with words for each step; the code lists that are named exist. */
import type { Bilingual } from '../../../core/problem.ts';
import { codeListNames } from '../../../core/codes.ts';
import type { CellKind } from '../../../core/table.ts';
import { bind } from '../../../mapping/bind.ts';
import { explainField } from '../../../mapping/explain.ts';
import { both, check } from '../check.ts';
import { tablesOf } from '../subject.ts';

export default check({
  check: 'explains',
  title: both('每個值都說得出來歷', 'Every value explains itself'),
  async run(subject) {
    const lists = new Set(codeListNames());
    const found: Bilingual[] = subject.adapter.mappings.flatMap(({ id, definition }) => definition.columns
      .filter(({ codes }) => codes !== undefined && !lists.has(codes))
      .map(({ to, codes }) => both(`${id} 的「${to}」指到不存在的代碼表「${codes}」。`, `${id} names a code list "${codes}" for "${to}" that does not exist.`)));
    for (const { where, mapping, header, rows, records } of await tablesOf(subject)) {
      const columns = bind(mapping, header).columns;
      const byRow = new Map(rows.map((row) => [row.row, row]));
      for (const record of records) {
        const row = byRow.get(record.source.row);
        for (const { column: { to }, index } of columns.filter(({ column }) => record[column.to] !== undefined)) {
          const told = row && explainField(mapping, to, row.cells[index] ?? '', (row.kinds?.[index] ?? 's') as CellKind);
          if (!told || told.value !== record[to]) found.push(both(`${where} 第 ${record.source.row} 列：「${to}」無法由儲存格重算。`, `${where} row ${record.source.row}: "${to}" cannot be recomputed from its cell.`));
        }
      }
    }
    return found;
  },
});
