import { expect, test } from 'vitest';
import { openHome } from '../../src/store/home.ts';
import { startChild } from './child-process.ts';
import { temporaryHome } from './support.ts';

const school = { school: '193303', status: 'packed', imported: 3, findings: { errors: 0, warnings: 1 }, packages: ['p.zip'], whoseMove: 'none' } as const;

test('runs are kept, newest first, and outlive the process', async () => {
  const { home, path, masterKeyPath } = await temporaryHome();
  home.catalogue.begin({ run: 'one', key: 'k', flows: ['intake'], startedAt: '2026-09-01T00:00:00Z' });
  expect(home.catalogue.get('one')).toMatchObject({ status: 'running', endedAt: null, schools: [] });
  home.catalogue.finish('one', { endedAt: '2026-09-01T00:01:00Z', status: 'held', schools: [school] });
  home.catalogue.record({ run: 'two', startedAt: '2026-09-02T00:00:00Z', endedAt: '2026-09-02T00:01:00Z', schools: [] });
  await home.close();

  const again = await openHome(path, { masterKeyPath });
  expect(again.catalogue.list().map(({ run, status }) => [run, status])).toEqual([['two', 'done'], ['one', 'held']]);
  expect(again.catalogue.list(1)).toHaveLength(1);
  expect(again.catalogue.get('one')).toEqual({
    run: 'one', key: 'k', flows: ['intake'], startedAt: '2026-09-01T00:00:00Z', endedAt: '2026-09-01T00:01:00Z', status: 'held', schools: [school],
  });
  expect(again.catalogue.get('none')).toBeNull();
  expect(() => again.catalogue.finish('none', { endedAt: '', schools: [] })).toThrow(expect.objectContaining({ code: 'record/not-found' }));
  await again.close();
});

test('a run whose process was killed is interrupted', async () => {
  const temporary = await temporaryHome();
  const child = startChild('run', temporary);
  expect(await child.said('begun')).toBe(true);
  expect(temporary.home.catalogue.get('night')).toMatchObject({ status: 'running' });
  await child.kill();
  expect(temporary.home.catalogue.get('night')).toMatchObject({ status: 'interrupted', endedAt: null });
});
