/** Portfolios through the command: handed over by one school, taken in by another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inside, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { enrolled, md5, post, service, sha256, someone, work, writeExport } from '../portfolio.ts';

const [A, B] = ['990302', '990303'];
const STUDENT = someone(1);
const STAYS = someone(2);

let home: Workspace;
let password: string;

async function take(made: Workspace, school: string, system: string, records: Parameters<typeof writeExport>[3]): Promise<void> {
  const folder = join(made.root, 'exports', `${school}-${system}`);
  await writeExport(folder, system, school, records);
  const { code, value, stderr } = await made.json('import', folder, '--school', school);
  expect({ code, quarantined: value.files.filter((file: { status: string }) => file.status === 'quarantined'), stderr }).toMatchObject({ code: 0, quarantined: [] });
}

beforeAll(async () => {
  home = await schoolHome(A, inside(workspace()));
  await home.run('init', '--school', B);
  password = home.file('password.txt', 'Pw-12345\n');
  await take(home, A, 'national-roster', [enrolled(A, STUDENT, '113-1'), enrolled(A, STAYS, '113-1'), post(A, STUDENT)]);
  await take(home, A, 'exchange-json', [enrolled(A, STUDENT, '113-2'), work(A, STUDENT, 1), work(A, STUDENT, 2, { mediaLink: `${STUDENT.idNumber}/w2.mp4` }), service(A, STUDENT, 1)]);
  await take(home, B, 'national-roster', [enrolled(B, STUDENT, '114-1')]);
});

describe('exchange', () => {
  let zip: string;

  test('is exported with every record and file', async () => {
    const { code, value, stderr } = await home.json('portfolio', 'export', '--school', A, '--student', STUDENT.idNumber, '--to', B, '--password-file', password, '--out', join(home.root, 'out'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(value).toMatchObject({ format: 'exchange', students: 1, items: 4, attachments: 4, loss: [] });
    zip = value.package;
    expect(Object.keys(value).sort()).toEqual(['attachments', 'format', 'items', 'loss', 'md5', 'package', 'sha256', 'students']);
    expect({ sha256: value.sha256, md5: value.md5 }).toEqual({ sha256: sha256(readFileSync(zip)), md5: md5(readFileSync(zip)) });
    expect(zip).toMatch(/\/990302(?:_\d{2,4}){6}\.zip$/);
  });

  test('is verified and shown, masked', async () => {
    const verified = await home.json('portfolio', 'verify', zip, '--password-file', password);
    expect(Object.keys(verified.value)).toEqual(expect.arrayContaining(['ok', 'format', 'students', 'items', 'attachments', 'findings']));
    expect(verified).toMatchObject({ code: 0, value: { ok: true, format: 'exchange', students: 1, items: 4, attachments: 4, findings: [] } });
    const shown = await home.json('portfolio', 'show', zip, '--password-file', password);
    expect(shown.value.students[0]).toMatchObject({ student: `${STUDENT.idNumber.slice(0, 6)}****`, name: '王○○' });
    expect(JSON.stringify(shown.value) + shown.stderr).not.toContain(STUDENT.idNumber);
  });

  test('is taken in, and again changes nothing', async () => {
    const dry = await home.json('portfolio', 'import', zip, '--school', B, '--password-file', password, '--dry-run');
    expect(dry.value).toMatchObject({ status: 'imported', dryRun: true });
    const first = await home.json('portfolio', 'import', zip, '--school', B, '--password-file', password);
    expect(first).toMatchObject({ code: 0, value: { status: 'imported', students: [{ status: 'imported', items: 4, attachments: 4, conflicts: [], reasons: [] }] } });
    expect(Object.keys(first.value)).toEqual(expect.arrayContaining(['status', 'students', 'loss']));
    expect(Object.keys(first.value.students[0])).toEqual(expect.arrayContaining(['student', 'status', 'items', 'attachments', 'conflicts', 'reasons']));
    const again = await home.json('portfolio', 'import', zip, '--school', B, '--password-file', password);
    expect(again).toMatchObject({ code: 99, value: { status: 'unchanged' } });
  });

  test('goes on from the second school as it came', async () => {
    const { value } = await home.json('portfolio', 'export', '--school', B, '--student', `${STUDENT.idNumber} ${STUDENT.birthDate}`, '--to', A, '--password-file', password, '--out', join(home.root, 'back'));
    expect(value).toMatchObject({ items: 4, attachments: 4, loss: [] });
    const back = await home.json('portfolio', 'import', value.package, '--school', A, '--password-file', password);
    expect(back).toMatchObject({ code: 99, value: { status: 'unchanged', students: [{ status: 'unchanged', conflicts: [] }] } });
  });
});

describe('sealed', () => {
  test('is exported, taken in and acknowledged', async () => {
    for (const school of [A, B]) await home.json('seal', 'keys', 'create', '--school', school);
    const given = await home.json('portfolio', 'export', '--school', A, '--student', STUDENT.idNumber, '--to', B, '--format', 'sealed', '--out', join(home.root, 'sealed'));
    expect(given).toMatchObject({ code: 0, value: { format: 'sealed', students: 1, items: 4, attachments: 4 } });
    const zip = given.value.package;
    expect(readFileSync(zip).includes(STUDENT.idNumber)).toBe(false);
    expect((await home.json('portfolio', 'verify', zip)).value).toMatchObject({ ok: true, format: 'sealed', items: 4, attachments: 4 });
    const taken = await home.json('portfolio', 'import', zip, '--school', B);
    expect(taken).toMatchObject({ code: 99, value: { status: 'unchanged' } });
    const acknowledged = await home.json('portfolio', 'import', taken.value.acknowledgement, '--school', A);
    expect(acknowledged).toMatchObject({ code: 0, value: { status: 'imported', reasons: [{ problem: 'sealed/acknowledged' }] } });
    const list = await home.json('portfolio', 'list', '--school', A);
    expect(list.value.out.at(-1)).toMatchObject({ format: 'sealed', to: B, acknowledged: { students: { unchanged: 1 } } });
  });
});
