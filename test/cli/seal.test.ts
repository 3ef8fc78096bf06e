/** School keys through the command: made, handed over, compared, rotated, revoked. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, inside, schoolHome, type Workspace, workspace } from '../licheng.ts';

const [A, B] = ['990302', '990303'];

async function homeOf(school: string): Promise<Workspace> {
  return schoolHome(school, inside(workspace()));
}

async function exported(home: Workspace, school: string, ...more: readonly string[]): Promise<{ file: string; fingerprint: string }> {
  const file = join(home.root, `${school}-${randomUUID()}.key.json`);
  const { code, value } = await home.json('seal', 'keys', 'export', '--school', school, '--out', file, ...more);
  expect(code).toBe(0);
  return { file, fingerprint: value.fingerprint };
}

describe('a school key', () => {
  test('is made, listed and exported; its private half is nowhere in clear', async () => {
    const home = await homeOf(A);
    const { code, value } = await home.json('seal', 'keys', 'create', '--school', A, '--today', '2026-03-01');
    expect({ code, value }).toMatchObject({ code: 0, value: { school: A, validFrom: '2026-03-01', validTo: '2028-03-01' } });
    const { value: listed } = await home.json('seal', 'keys', 'list', '--today', '2026-03-02');
    expect(listed.keys).toMatchObject([{ school: A, own: true, state: 'valid', fingerprint: value.fingerprint }]);
    const texts = filesBelow(home.home).map((path) => readFileSync(join(home.home, path), 'latin1')).join('\n');
    expect(texts).not.toMatch(/PRIVATE KEY|"d":"/);
    const people = await home.run('seal', 'keys', 'list', '--lang', 'zh-TW', '--today', '2026-03-02');
    expect(people.stdout).toContain('有效');
  });

  test('of a school the home does not have is not made', async () => {
    const home = await homeOf(A);
    expect((await home.json('seal', 'keys', 'create', '--school', B)).value).toMatchObject({ fault: 'record/not-found' });
    expect((await home.json('seal', 'keys', 'export', '--school', A, '--out', 'x')).value).toMatchObject({ fault: 'seal/no-key' });
  });

  test('that somebody edited in the home is noticed', async () => {
    const home = await homeOf(A);
    await home.json('seal', 'keys', 'create', '--school', A);
    const path = join(home.home, A, 'state', 'seal-keys.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"validTo": "\d{4}/, '"validTo": "2099'));
    expect((await home.json('seal', 'keys', 'list')).value).toMatchObject({ fault: 'store/damaged' });
  });
});

describe('another school\'s key', () => {
  test('is trusted once its fingerprint was compared, and again only as known', async () => {
    const [ours, theirs] = [await homeOf(A), await homeOf(B)];
    await theirs.json('seal', 'keys', 'create', '--school', B);
    const { file, fingerprint } = await exported(theirs, B);
    const first = await ours.json('seal', 'keys', 'trust', file);
    expect(first).toMatchObject({ code: 64, value: { fault: 'seal/not-compared' } });
    expect((await ours.json('seal', 'keys', 'trust', file, '--fingerprint', '00'.repeat(20))).value).toMatchObject({ fault: 'seal/other-fingerprint' });
    const typed = `${fingerprint.slice(0, 4).toUpperCase()} ${fingerprint.slice(4)}`;
    expect(await ours.json('seal', 'keys', 'trust', file, '--fingerprint', typed)).toMatchObject({ code: 0, value: { school: B, how: 'fingerprint', known: false } });
    expect(await ours.json('seal', 'keys', 'trust', file)).toMatchObject({ code: 99, value: { known: true } });
    expect((await theirs.json('seal', 'keys', 'trust', file)).value).toMatchObject({ fault: 'seal/own-school' });
  });

  test('that was rotated is believed on the word of the one before', async () => {
    const [ours, theirs] = [await homeOf(A), await homeOf(B)];
    await theirs.json('seal', 'keys', 'create', '--school', B, '--today', '2026-01-01');
    const first = await exported(theirs, B, '--today', '2026-01-01');
    await ours.json('seal', 'keys', 'trust', first.file, '--fingerprint', first.fingerprint, '--today', '2026-01-02');
    await theirs.json('seal', 'keys', 'create', '--school', B, '--today', '2026-02-01');
    const second = await exported(theirs, B, '--today', '2026-02-01');
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(await ours.json('seal', 'keys', 'trust', second.file, '--today', '2026-02-02')).toMatchObject({ code: 0, value: { how: 'voucher' } });
  });

  test('of a revoked one is not, and a revoked key is not trusted again', async () => {
    const [ours, theirs] = [await homeOf(A), await homeOf(B)];
    await theirs.json('seal', 'keys', 'create', '--school', B, '--today', '2026-01-01');
    const first = await exported(theirs, B, '--today', '2026-01-01');
    await ours.json('seal', 'keys', 'trust', first.file, '--fingerprint', first.fingerprint, '--today', '2026-01-02');
    expect(await ours.json('seal', 'keys', 'revoke', first.fingerprint, '--reason', '外洩', '--by', '註冊組')).toMatchObject({ code: 0, value: { school: B, revoked: { by: '註冊組' } } });
    await theirs.json('seal', 'keys', 'create', '--school', B, '--today', '2026-02-01');
    const second = await exported(theirs, B, '--today', '2026-02-01');
    expect((await ours.json('seal', 'keys', 'trust', second.file, '--today', '2026-02-02')).value).toMatchObject({ fault: 'seal/not-compared' });
    expect((await ours.json('seal', 'keys', 'trust', first.file, '--fingerprint', first.fingerprint)).value).toMatchObject({ fault: 'seal/revoked' });
    expect((await ours.json('seal', 'keys', 'revoke', first.fingerprint, '--reason', 'x')).value).toMatchObject({ fault: 'record/not-found' });
  });

  test('in a file that is none ends in words', async () => {
    const ours = await homeOf(A);
    const refused = await ours.json('seal', 'keys', 'trust', ours.file('x.json', '{"licheng":"school-key"}'));
    expect(refused).toMatchObject({ code: 2, value: { problem: 'sealed/bad-key-file' } });
    expect((await ours.json('seal', 'keys', 'trust', 'gone.json')).value).toMatchObject({ fault: 'file/not-found' });
    expect((await ours.run('seal', 'keys', 'melt')).code).toBe(64);
  });
});
