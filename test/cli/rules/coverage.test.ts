import { expect, test } from 'vitest';
import { inside, type Json, workspace } from '../../licheng.ts';

const anywhere = inside(workspace());

test('rules --coverage says of each requirement what covers it, or why nothing does, without a home', async () => {
  const { code, value } = await anywhere.json('rules', '--coverage', '--lang', 'zh-TW');
  expect(code).toBe(0);
  expect(value).toHaveLength(138);
  const of = (id: string) => value.find(({ requirement }: Json) => requirement === id);
  expect(of('RULE-303')).toMatchObject({ kind: 'calendar', certainty: 'A', coveredBy: ['calendar/upload-window'], reason: null });
  expect(of('RULE-510')).toMatchObject({ coveredBy: expect.arrayContaining(['mapping/impossible-date', 'transform:rocDate']) });
  expect(of('RULE-701')).toEqual({ requirement: 'RULE-701', kind: 'policy', certainty: 'A', asOf: '2025-10-17', title: '資料中心適用公務機關的個資規定', coveredBy: null, reason: expect.stringContaining('資料裡看不出來') });
});

test('and people read the same', async () => {
  const { stdout } = await anywhere.run('rules', '--coverage', '--lang', 'en');
  expect(stdout).toContain('RULE-303  [calendar, A]  Uploading stays open two weeks after the last day of term');
  expect(stdout).toContain('  ✓ calendar/upload-window\n');
  expect(stdout).toMatch(/\n138 requirements, \d+ covered/);
});

test('what a rule is about is a command away', async () => {
  const { value } = await anywhere.json('rules', 'calendar/upload-window');
  expect(value).toMatchObject([{ rule: 'calendar/upload-window', source: ['RULE-303'], scope: 'calendar' }]);
});
