import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRegistry, ownAdapters, type Registry } from '../../src/adapters/registry.ts';
import type { Adjustment, Manifest } from '../../src/adapters/sdk.ts';
import { Fault } from '../../src/core/fault.ts';

let overlay: string;
beforeEach(() => {
  overlay = mkdtempSync(join(tmpdir(), 'licheng-extends-'));
});
afterEach(() => rmSync(overlay, { recursive: true, force: true }));

const TEXT = { 'zh-TW': '測試', en: 'Test' };
const EDITION = { id: '108', name: TEXT, from: 108, to: null };

/** Writes an adapter folder of the overlay. */
function folder(id: string, more: Partial<Manifest>, mappings: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(join(overlay, id, 'mapping'), { recursive: true });
  const manifest = { id, name: TEXT, support: 'assumed', formats: ['xlsx', 'csv'], encodings: ['utf-8'], editions: [EDITION], reads: true, writes: true, clues: [], assumptions: [], ...more };
  writeFileSync(join(overlay, id, 'manifest.json'), JSON.stringify(manifest));
  for (const [name, definition] of Object.entries(mappings)) writeFileSync(join(overlay, id, 'mapping', `${name}.json`), JSON.stringify(definition));
}

const shipped = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(ownAdapters(), path), 'utf8')) as Record<string, unknown>;
const load = (): Promise<Registry> => loadRegistry([ownAdapters(), overlay]);

async function refused(): Promise<string> {
  const error: unknown = await load().catch((reason: unknown) => reason);
  return error instanceof Fault ? `${error.code} ${String(error.params['adapter'])}: ${String(error.params['detail'])}` : 'taken';
}

describe('extends', () => {
  test('takes over every mapping of the editions named, under its own id', async () => {
    folder('ours', { extends: 'national-roster' });
    const registry = await load();
    const [ours, base] = [registry.adapter('ours')!, registry.adapter('national-roster')!];
    const names = base.mappings.filter(({ definition }) => definition.editions.includes('108')).map(({ id }) => id.replace('national-roster/', 'ours/'));
    expect(ours.mappings.map(({ id }) => id)).toEqual(names);
    expect([...new Set(ours.mappings.flatMap(({ definition }) => definition.editions))]).toEqual(['108']);
    expect(registry.mapping('ours/cadre')?.adapter).toBe('ours');
    expect([ours.bases, [...ours.own], [...ours.marks]]).toEqual([['national-roster'], [], []]);
  });

  test('calls what is taken over inferred, unless the files were seen', async () => {
    folder('ours', { extends: 'national-roster' });
    folder('seen', { extends: 'national-roster', support: 'verified' });
    const registry = await load();
    expect([...new Set(registry.adapter('ours')!.mappings.map(({ definition }) => definition.certainty))]).toEqual(['C']);
    expect(registry.mapping('ours/cadre')?.definition.source).toMatch(/^Taken over from national-roster, /);
    expect(registry.mapping('seen/cadre')?.definition.certainty).toBe(registry.mapping('national-roster/cadre')?.definition.certainty);
  });

  test('calls inferred, too, what was seen of another edition only', async () => {
    const editions = [{ ...EDITION, id: '107' }, EDITION];
    folder('ours', { extends: 'national-roster', support: 'verified', editions, seen: ['107'] });
    const registry = await load();
    expect(['107-score-regular', 'cadre', '108-score-regular'].map((name) => registry.mapping(`ours/${name}`)?.definition.certainty)).toEqual(['B', 'B', 'C']);
    folder('ours', { extends: 'national-roster', support: 'verified', seen: ['107'] });
    expect(await refused()).toBe('adapter/invalid ours: "seen" names edition "107", which is not in the manifest');
  });

  test('a mapping file of its own replaces the one of the same name, others are added', async () => {
    const cadre = { ...shipped('national-roster/mapping/cadre.json'), editions: ['108'], sheets: ['幹部'] };
    folder('ours', { extends: 'national-roster' }, { cadre, 'cadre-again': { ...cadre, sheets: ['幹部二'] } });
    const ours = (await load()).adapter('ours')!;
    expect([...ours.own]).toEqual(['ours/cadre-again', 'ours/cadre']);
    expect(ours.mappings.find(({ id }) => id === 'ours/cadre')?.definition.sheets).toEqual(['幹部']);
  });

  test('the hash covers what was taken over', async () => {
    folder('ours', { extends: 'base' });
    const cadre = { ...shipped('national-roster/mapping/cadre.json'), editions: ['108'] };
    folder('base', {}, { cadre });
    const before = (await load()).adapter('ours')!.hash;
    folder('base', {}, { cadre: { ...cadre, sheets: ['別的'] } });
    expect((await load()).adapter('ours')!.hash).not.toBe(before);
  });

  test('a folder of the home extends a shipped adapter under its own id', async () => {
    const cadre = { ...shipped('national-roster/mapping/cadre.json'), editions: ['108'], sheets: ['本校幹部'] };
    folder('national-roster', { extends: 'national-roster', support: 'verified' }, { cadre });
    const registry = await load();
    const over = registry.adapter('national-roster')!;
    expect([over.folder, over.bases]).toEqual([join(overlay, 'national-roster'), []]);
    expect(registry.mapping('national-roster/cadre')?.definition.sheets).toEqual(['本校幹部']);
    expect(registry.mapping('national-roster/108-score-regular')?.definition.certainty).toBe('B');
    expect(over.manifest.editions.map(({ id }) => id)).toEqual(['107', '108']);
  });

  test('an adapter that extends another sees what lies over that one', async () => {
    folder('ours', { extends: 'big5-csv', editions: [{ ...EDITION, id: 'csv' }], formats: ['csv'] });
    cpSync(join(ownAdapters(), 'big5-csv'), join(overlay, 'big5-csv'), { recursive: true });
    const path = join(overlay, 'big5-csv/mapping/cadre.json');
    writeFileSync(path, JSON.stringify({ ...shipped('big5-csv/mapping/cadre.json'), sheets: ['改過'] }));
    expect((await load()).mapping('ours/cadre')?.definition.sheets).toEqual(['改過']);
  });

  test('passes covers on, from base to base', async () => {
    folder('first', { extends: 'national-roster', cover: { headers: { 學年度: ['syear'] } } });
    folder('second', { extends: 'first' });
    const second = (await load()).adapter('second')!;
    expect([second.bases, second.manifest.cover]).toEqual([['first', 'national-roster'], { headers: { 學年度: ['syear'] } }]);
  });

  test('refuses a base that is not there, naming the nearest', async () => {
    folder('ours', { extends: 'national-rooster' });
    expect(await refused()).toBe('adapter/invalid ours: it extends "national-rooster", which is not there; the nearest is "national-roster"');
  });

  test('refuses an adapter that extends itself where nothing lies below it', async () => {
    folder('ours', { extends: 'ours' });
    expect(await refused()).toBe('adapter/invalid ours: it extends itself, and no earlier folder has a "ours"');
  });

  test('refuses a circle, naming the way around it', async () => {
    folder('a-one', { extends: 'b-two' });
    folder('b-two', { extends: 'c-three' });
    folder('c-three', { extends: 'b-two' });
    expect(await refused()).toMatch(/^adapter\/invalid c-three: it extends itself: b-two → c-three → b-two$/);
  });

  test('refuses an adapter nothing is left of', async () => {
    folder('ours', { extends: 'national-roster', editions: [{ ...EDITION, id: '090' }] });
    expect(await refused()).toBe('adapter/invalid ours: there is no mapping');
  });
});

describe('adjust', () => {
  const adjusted = async (...adjust: Omit<Adjustment, 'why'>[]): Promise<Registry> => {
    folder('ours', { extends: 'national-roster', adjust: adjust.map((one) => ({ why: 'test', ...one })) });
    return load();
  };

  test('adds headers, which then tell its files from those of the other', async () => {
    const registry = await adjusted({ mappings: ['cadre'], columns: ['unit'], headers: ['單位'] });
    const column = registry.mapping('ours/cadre')?.columns.find(({ to }) => to === 'unit');
    expect(column?.definition.headers).toEqual(['單位名稱', '單位']);
    expect([...registry.adapter('ours')!.marks]).toEqual(['單位']);
    expect(registry.mapping('national-roster/cadre')?.columns.find(({ to }) => to === 'unit')?.definition.headers).toEqual(['單位名稱']);
  });

  test('adds options to the columns of a transform, placeholders to all, titles to one sheet', async () => {
    const registry = await adjusted({ transform: 'schoolCode', options: { suffix: 'D' } }, { absent: ['X'] }, { mappings: ['cadre'], sheets: ['校內幹部經歷紀錄'] });
    const column = (mapping: string, to: string) => registry.mapping(`ours/${mapping}`)?.columns.find((one) => one.to === to)?.definition;
    expect(column('108-visiting', 'homeSchool')?.options).toEqual({ suffix: 'D' });
    expect(column('108-visiting', 'groupCode')?.options).toBeUndefined();
    expect(column('cadre', 'unit')?.absent).toEqual(['X']);
    expect(registry.mapping('ours/cadre')?.definition.sheets).toEqual(['幹部經歷紀錄', '校內幹部經歷紀錄']);
  });

  test.each<[string, Omit<Adjustment, 'why'>, RegExp]>([
    ['a mapping that is not there', { mappings: ['cadres'], absent: ['X'] }, /no mapping "cadres" to adjust$/],
    ['columns that are not there', { columns: ['colour'], absent: ['X'] }, /no column is touched by it$/],
    ['headers for more than one column', { headers: ['單位'] }, /"headers" needs one column/],
    ['titles for more than one sheet', { sheets: ['單位'] }, /"sheets" needs one mapping/],
    ['a header another column has', { mappings: ['cadre'], columns: ['unit'], headers: ['擔任職務'] }, /two columns read the header/],
    ['options the transform does not take', { transform: 'schoolCode', options: { suffix: 'd' } }, /takes "suffix", capital letters/],
  ])('refuses %s', async (_, adjustment, message) => {
    folder('ours', { extends: 'national-roster', adjust: [{ why: 'test', ...adjustment }] });
    expect(await refused()).toMatch(message);
  });

  test('refuses to adjust what nobody is extended for', async () => {
    folder('ours', { adjust: [{ why: 'test', absent: ['X'] }] }, { cadre: { ...shipped('national-roster/mapping/cadre.json'), editions: ['108'] } });
    expect(await refused()).toMatch(/nothing to "adjust" without "extends"$/);
  });
});
