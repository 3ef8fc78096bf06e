import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workspace } from '../../licheng.ts';

const here = workspace();
const EXPORT = ['學 年 度,學期,學號,學生姓名,身份證統一編號,出生年月日,性別,班級,座號', '114,1,1130001,王小明,A110070131,97/01/15,男,忠,01', ''].join('\r\n');

describe('adapters infer', () => {
  test('proposes with reasons, and shows shapes instead of cells', async () => {
    const { code, value } = await here.json('adapters', 'infer', here.file('在學名單.csv', EXPORT));
    expect(code).toBe(0);
    expect(value[0]).toMatchObject({ file: '在學名單.csv', problem: null, tables: [{ record: 'student', written: null, missing: [] }] });
    const [table] = value[0].tables;
    expect(table.columns.find((column: { to: string }) => column.to === 'idNumber')).toMatchObject({ header: '身份證統一編號', transform: 'nationalId', samples: ['A999999999'], why: [expect.stringContaining('spelling'), expect.stringContaining('100%')] });
    expect(JSON.stringify(value)).not.toMatch(/A110070131|王小明|97\/01\/15/);
  });

  test('writes only where it is told to, and nothing twice', async () => {
    const given = here.file('在學名單.csv', EXPORT);
    const out = join(here.root, 'proposal');
    const first = await here.json('adapters', 'infer', given, '--out', out);
    expect([first.code, first.value[0].tables[0].written]).toEqual([0, join(out, 'student.json')]);
    expect(readFileSync(join(out, 'student.json'), 'utf8')).toContain('"confirmed":false');
    expect((await here.run('adapters', 'infer', given, '--out', out, '--lang', 'en')).stderr).toContain('exists already');
  });

  test('ends with 2 and writes nothing for what it has no proposal for', async () => {
    const out = join(here.root, 'nothing');
    const { code, value } = await here.json('adapters', 'infer', here.file('庫存.csv', '品號,倉庫\r\n1,2\r\n'), '--out', out);
    expect([code, value[0].tables[0].record, existsSync(out)]).toEqual([2, null, false]);
    expect((await here.json('adapters', 'infer', here.file('x.pdf', '%PDF-1.7'))).value).toEqual([{ file: 'x.pdf', problem: 'file/unknown-format', tables: [] }]);
  });
});
