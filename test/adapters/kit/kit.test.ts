import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import everyRow from '../../../src/adapters/kit/checks/every-row.ts';
import { CHECKS } from '../../../src/adapters/kit/checks/index.ts';
import repeatable from '../../../src/adapters/kit/checks/repeatable.ts';
import { testAdapter } from '../../../src/adapters/kit/kit.ts';
import { subjectOf } from '../../../src/adapters/kit/subject.ts';
import { loadRegistry, ownAdapters } from '../../../src/adapters/registry.ts';
import { Copy } from './spoilt.ts';

const BASE = 'big5-csv';
const CASE = 'fixtures/term-drop';
const failed = async (copy: Copy): Promise<string[]> => (await testAdapter(copy.folder, [copy.root])).checks.filter(({ ok }) => !ok).map(({ check }) => check);

test('a shipped adapter passes every check', async () => {
  using copy = new Copy(BASE);
  const { verdict, checks, adapter } = await testAdapter(copy.folder, [ownAdapters()]);
  expect([adapter, verdict, checks.filter(({ ok }) => !ok)]).toEqual([BASE, 'pass', []]);
  expect(checks.map(({ check }) => check)).toEqual(['loads', ...CHECKS.map(({ check }) => check)]);
});

describe('an adapter with one thing spoilt fails exactly that check', () => {
  test.each<[string, string, (copy: Copy) => void | Promise<void>]>([
    ['a mapping beyond its schema', 'loads', (copy) => copy.json('mapping/cadre.json', (value) => (value['colour'] = 'red'))],
    ['no manifest', 'loads', (copy) => rmSync(copy.path('manifest.json'))],
    ['a proposed column nobody confirmed', 'loads', (copy) => copy.column('cadre', 'unit', (column) => (column['confirmed'] = false))],
    ['a blank of the scaffold', 'filled-in', (copy) => copy.text('README.md', (text) => `${text}\n請填寫：格式的來源\n`)],
    ['no README', 'documented', (copy) => rmSync(copy.path('README.md'))],
    ['an inference nobody declared', 'documented', (copy) => copy.json('manifest.json', (value) => (value['assumptions'] = []))],
    ['a key no column fills', 'required-fields', async (copy) => {
      copy.json('mapping/student.json', (value) => (value['columns'] = value['columns'].filter((column: { to: string }) => column.to !== 'birthDate')));
      await copy.accept();
    }],
    ['an excuse that is not needed', 'required-fields', (copy) => copy.json('mapping/student.json', (value) => (value['excuses'] = [{ field: 'birthDate', why: 'none' }]))],
    ['a mapping without a fixture', 'fixtures', async (copy) => {
      rmSync(copy.path(`${CASE}/input/重修.csv`));
      await copy.accept();
    }],
    ['a layout its neighbour has too', 'detection', (copy) => {
      const other = `${copy.root}/other`;
      cpSync(copy.folder, other, { recursive: true });
      writeFileSync(`${other}/manifest.json`, readFileSync(copy.path('manifest.json'), 'utf8').replace(`"id": "${BASE}"`, '"id": "other"'));
    }],
    ['another expectation', 'golden', (copy) => copy.json(`${CASE}/expected.json`, (value) => (value[0]['tables'][0]['records'][0]['seat'] = '99'))],
    ['no expectation', 'golden', (copy) => rmSync(copy.path(`${CASE}/expected.json`))],
    ['a value outside its schema', 'conforms', async (copy) => {
      copy.json('mapping/score-regular.json', (value) => (value['constants']['division'] = 'evening'));
      await copy.accept();
    }],
    ['a field its kind does not have', 'conforms', async (copy) => {
      copy.column('score-regular', 'description', (column) => (column['to'] = 'retakeMode'));
      await copy.accept();
    }],
    ['a code list that does not exist', 'explains', (copy) => copy.column('student', 'sex', (column) => (column['codes'] = 'no-such-list'))],
    ['words that stand for two values', 'round-trip', async (copy) => {
      copy.column('score-regular', 'passed', (column) => (column['options'] = { words: { true: ['Y'], false: ['Y', 'N'], none: ['-'] } }));
      await copy.accept();
    }],
    ['a name under a field that is shown', 'privacy', async (copy) => {
      copy.json('mapping/student.json', (value) => (value['columns'] = value['columns'].map((column: { to: string }) => ({ ...column, to: { name: 'className', className: 'name' }[column.to] ?? column.to }))));
      await copy.accept();
    }],
    ['a clue that never ends', 'hostile', (copy) => copy.json('manifest.json', (value) => value['clues'].push({ where: 'header', pattern: '^(x+)+$', weight: 0.1, why: { 'zh-TW': '無', en: 'none' } }))],
  ])('%s → %s', async (_, check, spoil) => {
    using copy = new Copy(BASE);
    await spoil(copy);
    expect(await failed(copy)).toEqual([check]);
  });
});

describe('what an adapter of data alone cannot break is still looked at', () => {
  const subjectFor = async () => {
    const registry = await loadRegistry();
    return subjectOf(registry.adapter(BASE)!, registry);
  };

  test('a row that is neither record nor rejection', async () => {
    const subject = await subjectFor();
    const [file] = await subject.read('term-drop');
    const short = { ...file!, tables: file!.tables.map((table) => ({ ...table, records: table.records.slice(1) })) };
    expect(await everyRow.run({ ...subject, read: async () => [short] })).toHaveLength(1);
  });

  test('a second reading that differs', async () => {
    const subject = await subjectFor();
    expect(await repeatable.run({ ...subject, readAgain: async (name) => (await subject.read(name)).slice(1) })).toHaveLength(1);
  });
});

describe('files given beside the fixtures', () => {
  const cells = ['學年度,學期,學號,姓名,身分證字號,生日,性別,年級,班級,座號', '114,1,1130001,王小明,A110070131,97/01/15,男,1,忠,01', '114,1,1130002,陳小華,B212244169,97/13/05,女,1,孝,02', '114,1,1130003,林小美,B212244169,97/02/05,不明,1,孝,03', ''];

  test('are recognised and counted, their problems told by column and masked', async () => {
    using copy = new Copy(BASE);
    const path = `${copy.root}/學生資料.csv`;
    writeFileSync(path, cells.join('\r\n'));
    const verdict = await testAdapter(copy.folder, [], [{ name: '學生資料.csv', path }]);
    expect([verdict.verdict, verdict.checks.slice(-2).map(({ check, ok }) => [check, ok])]).toEqual(['pass', [['inputs-recognised', true], ['inputs-counted', true]]]);
    expect(verdict.inputs[0]).toMatchObject({ system: BASE, tables: [{ mapping: `${BASE}/student`, rows: 3, imported: 1, rejected: 2 }] });
    const { problems } = verdict.inputs[0]!.tables[0]!;
    expect(problems.map(({ column, code, count, rows }) => [column, code, count, rows])).toContainEqual(['生日', 'mapping/impossible-date', 1, [3]]);
    expect(JSON.stringify(verdict)).not.toMatch(/B212244169|陳小華|97\/13\/05/);
  });

  test('hide an id even where a header or a name should stand', async () => {
    using copy = new Copy(BASE);
    const path = `${copy.root}/x.csv`;
    writeFileSync(path, [`${cells[0]!},A110070131`, `${cells[1]!},x`, ''].join('\r\n'));
    const { inputs } = await testAdapter(copy.folder, [], [{ name: '學生資料_A110070131.csv', path }]);
    expect(inputs[0]?.tables[0]?.problems.map(({ column }) => column)).toContain('A11007****');
    expect(JSON.stringify(inputs)).not.toContain('A110070131');
  });

  test('fail the verdict when they are another system\'s or no data at all', async () => {
    using copy = new Copy(BASE);
    mkdirSync(`${copy.root}/given`);
    writeFileSync(`${copy.root}/given/a.pdf`, '%PDF-1.7');
    const verdict = await testAdapter(copy.folder, [], [{ name: 'a.pdf', path: `${copy.root}/given/a.pdf` }]);
    expect([verdict.verdict, verdict.inputs[0]?.problem?.code]).toEqual(['fail', 'file/unknown-format']);
  });
});
