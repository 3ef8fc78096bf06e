/** What is written is read back: write∘read is the identity wherever the adapter does both. */
import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from '../../../core/problem.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { CanonicalRecord } from '../../../core/record.ts';
import type { Table } from '../../../core/table.ts';
import { both, check } from '../check.ts';
import { printTable, type PrintedTable } from '../../print.ts';
import { readTable } from '../../read.ts';
import { tablesOf } from '../subject.ts';

const plain = ({ raw: _raw, source: _source, ...record }: CanonicalRecord): object => record;

function tableOf(sheet: string, { header, rows }: PrintedTable): Table {
  return {
    file: 'written', sheet, header,
    async *rows() {
      yield rows.map((cells, index) => ({ row: index + 2, cells }));
    },
  };
}

export default check({
  check: 'round-trip',
  title: both('寫出去再讀回來，內容不變', 'What is written is read back the same'),
  async run(subject) {
    const found: Bilingual[] = [];
    if (!subject.adapter.manifest.reads || !subject.adapter.manifest.writes) return found;
    for (const { where, sheet, mapping, records } of await tablesOf(subject)) {
      const [first] = records;
      if (!first || mapping.definition.writes === false) continue;
      const printed = printTable(mapping, records, { extra: true });
      const again: CanonicalRecord[] = [];
      try {
        for await (const { records: read } of readTable(tableOf(sheet, printed), mapping, { school: first.school, term: first.term, input: 'written', tableIndex: 0 })) again.push(...read);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        found.push(both(`${where}：寫出的分頁讀不回來（${error.problem.code}）。`, `${where}: what is written cannot be read (${error.problem.code}).`));
        continue;
      }
      const at = records.findIndex((record, index) => again[index] === undefined || !isDeepStrictEqual(plain(again[index]), plain(record)));
      if (at >= 0 || again.length !== records.length) found.push(both(`${where}：第 ${records[at]?.source.row ?? 0} 列寫出後讀回的內容不同。`, `${where}: row ${records[at]?.source.row ?? 0} reads back differently.`));
      else if (!isDeepStrictEqual(printTable(mapping, again, { extra: true }), printed)) found.push(both(`${where}：再寫一次的內容不同。`, `${where}: writing again gives other cells.`));
    }
    return found;
  },
});
