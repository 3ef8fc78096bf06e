/** A school's coined characters from the command line: recorded, looked at, and seen by check. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, type Json, schoolHome, type Workspace } from '../../licheng.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { SCHOOL, TERM } from '../../rosters.ts';

const HERE = ['--school', SCHOOL, '--today', '2026-02-20'] as const;
const VERIFIER = '註冊組長林';
const CNS = '3-2144\t5803\n3-2145\t5803\n4-2121\t5586\n';

let home: Workspace;

const STUDENTS = [
  '學年度,學期,學號,姓名,身分證字號,生日,性別,部別,群別代碼,科別代碼,班別,年級,班級,座號,入學方式,學籍狀態,異動日期',
  '114,1,1130001,王\ue000\ue001,A110070131,97/01/15,男,日間部,11,101,1,1,忠,01,免試入學,在學,', '',
].join('\r\n');

beforeAll(async () => {
  home = await schoolHome(SCHOOL);
  const drop = home.file('學生資料.csv', encodeCp950(STUDENTS).bytes);
  const { code, stderr } = await home.json('import', drop, '--school', SCHOOL);
  if (code !== 0) throw new Error(stderr);
});

const coined = (...args: readonly string[]) => home.json('codes', 'coined', ...args, ...HERE);

describe('a coined character', () => {
  test('in use is listed with numbers and no names', async () => {
    const { code, value } = await coined('list', '--used');
    expect(code).toBe(0);
    expect(value.used).toEqual(['FA40', 'FA41'].map((cell) => ({ cell, students: 1, records: 1, mapped: null })));
    expect(JSON.stringify(value)).not.toContain('王');
  });

  test('is mapped by its CNS code, which the operator\'s own table fills in and remarks on', async () => {
    const file = home.file('CNS2UNICODE.txt', CNS);
    const cnsTables = [{ file: 'CNS2UNICODE.txt', sha256: createHash('sha256').update(CNS).digest('hex') }];
    expect(await coined('map', 'FA40', '--cns', '3-2144', '--cns', file, '--by', VERIFIER)).toMatchObject({
      code: 0, value: {
        entry: { cell: 'FA40', cns: '3-2144', unicode: 'U+5803', verifiedBy: VERIFIER, date: '2026-02-20', cnsTables },
        rejected: [], remarks: [{ problem: 'coined/cns-not-one-to-one' }],
      },
    });
    expect(await coined('map', 'FA41', '--cns', '4-2121', '--unicode', '瑠', '--cns', file, '--by', VERIFIER)).toMatchObject({ code: 2, value: { entry: null, rejected: [{ problem: 'coined/cns-contradiction' }] } });
    expect(await coined('map', 'FA41', '--unicode', 'U+5803', '--by', VERIFIER)).toMatchObject({ code: 2, value: { rejected: [{ problem: 'coined/character-twice' }] } });
  });

  test('that is mapped is a note of the check, one that is not a warning', async () => {
    const { value } = await home.json('check', '--term', TERM, ...HERE);
    const found = value.findings.filter(({ rule }: Json) => rule === 'student/name-private-use');
    expect(new Set(found.map(({ severity, message }: Json) => `${severity} ${/FA4\d/.exec(message)?.[0]}`))).toEqual(new Set(['info FA40', 'warning FA41']));
    expect(found.find(({ severity }: Json) => severity === 'info').message).toContain(`堃 U+5803 · CNS 3-2144 · ${VERIFIER} 2026-02-20`);
    const { stdout } = await home.run('explain', found[0].record, 'name', '--school', SCHOOL, '--lang', 'zh-TW');
    expect(stdout).toContain(`[造字 FA40 → 堃 U+5803 · CNS 3-2144（${VERIFIER} 2026-02-20 確認）]`);
    expect(stdout).toContain('[造字 FA41：未登錄對照]');
    expect(stdout).toContain('王○○');
    expect(found.find(({ severity }: Json) => severity === 'warning').fix).toContain('licheng codes coined map');
  });

  test('is nowhere on disk in clear, and what was done to it is in the audit log', async () => {
    const files = filesBelow(home.home).filter((path) => !path.includes('reports/'));
    const secrets = [VERIFIER, 'U+5803', '3-2144', '2026-02-20 '].map((text) => Buffer.from(text));
    for (const path of files) {
      const bytes = readFileSync(join(home.home, path));
      expect(secrets.filter((secret) => bytes.includes(secret)).map(String), path).toEqual([]);
    }
    const log = files.filter((path) => path.includes(`${SCHOOL}/audit/`)).map((path) => readFileSync(join(home.home, path), 'utf8')).join('');
    expect(log).toContain('coined/map');
  });

  test('is a reason for the night to check again, once', async () => {
    const night = async (): Promise<Json> => (await home.json('run', ...HERE)).value.schools.map(({ bySeverity }: Json) => bySeverity.warnings);
    const [before] = await night();
    expect((await home.json('run', ...HERE)).code).toBe(99);
    expect((await coined('map', 'FA41', '--unicode', 'U+5586', '--by', VERIFIER)).code).toBe(0);
    expect(await night()).toEqual([before - 1]);
    expect((await coined('unmap', 'FA41')).code).toBe(0);
  });

  test('goes out, is taken off, and comes back', async () => {
    const file = join(home.root, 'files', 'coined.json');
    expect(await coined('export', '--out', file)).toMatchObject({ code: 0, value: { entries: 1 } });
    expect(await coined('unmap', 'fa40')).toMatchObject({ code: 0, value: { unmapped: 'FA40' } });
    expect((await coined('unmap', 'FA40')).code).toBe(64);
    expect(await coined('import', file)).toMatchObject({ code: 0, value: { read: 1, imported: 1, rejected: [], remarks: [] } });
    expect((await coined('list')).value.entries).toEqual(JSON.parse(readFileSync(file, 'utf8')).entries);
  });

  test('of a file that is none is said and nothing is changed', async () => {
    const { code, value } = await coined('import', home.file('x.csv', 'a,b\n1,2\n'));
    expect({ code, problem: value.problem, file: value.file }).toEqual({ code: 2, problem: 'coined/not-a-table', file: 'x.csv' });
    expect(await coined('import', home.file('y.csv', 'cell,unicode,verified by,date\nA440,U+5803,office,2026-02-01\n'))).toMatchObject({ code: 2, value: { read: 1, imported: 0, rejected: [{ problem: 'coined/bad-cell', row: 2 }] } });
    expect((await coined('list')).value.entries).toHaveLength(1);
  });
});

test('code lists are shown, one that does not exist is refused', async () => {
  expect((await home.json('codes')).value).toContainEqual(expect.objectContaining({ name: 'cadre-level' }));
  expect((await home.json('codes', 'cadre-level')).value.entries.length).toBeGreaterThan(0);
  expect((await home.run('codes', 'coined', 'lend', '--school', SCHOOL)).code).toBe(64);
  expect((await home.run('codes', '--help')).stdout).toContain('licheng codes coined map');
});
