import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRegistry, ownAdapters } from '../../src/adapters/registry.ts';
import { Fault } from '../../src/core/fault.ts';

let overlay: string;
let adapter: string;
const manifest = (): string => join(adapter, 'manifest.json');
const mapping = (): string => join(adapter, 'mapping/cadre.json');

beforeEach(() => {
  overlay = mkdtempSync(join(tmpdir(), 'licheng-adapters-'));
  adapter = join(overlay, 'big5-csv');
  cpSync(join(ownAdapters(), 'big5-csv'), adapter, { recursive: true });
});
afterEach(() => rmSync(overlay, { recursive: true, force: true }));

function edit(path: string, change: (value: Record<string, unknown>) => unknown): void {
  const value = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(value);
  writeFileSync(path, JSON.stringify(value));
}

async function fault(): Promise<string> {
  const error: unknown = await loadRegistry([overlay]).catch((reason: unknown) => reason);
  return error instanceof Fault ? `${error.code} ${String(error.params['adapter'])} ${String(error.params['detail'])} ${String(error.params['file'])}` : 'none';
}

describe('loadRegistry', () => {
  test('knows the adapters that come with the program, by id and by mapping', async () => {
    const registry = await loadRegistry();
    expect(registry.adapters.map(({ id }) => id)).toEqual(expect.arrayContaining(['big5-csv', 'exchange-json', 'ischool', 'national-roster']));
    expect(registry.adapter('ischool')?.manifest.support).toBe('verified');
    expect(registry.mapping('national-roster/cadre')?.definition.record).toBe('cadre');
    expect([registry.adapter('none'), registry.mapping('none/none')]).toEqual([null, null]);
  });

  test('a later folder replaces an adapter of the same id, and its hash tells', async () => {
    edit(mapping(), (value) => (value['source'] = 'ours'));
    const [own, both] = [await loadRegistry(), await loadRegistry([ownAdapters(), overlay])];
    expect(both.adapter('big5-csv')?.folder).toBe(adapter);
    expect(both.adapter('big5-csv')?.hash).not.toBe(own.adapter('big5-csv')?.hash);
    expect(both.adapter('ischool')?.hash).toBe(own.adapter('ischool')?.hash);
  });

  test.each<[string, () => void, RegExp]>([
    ['a file that is not JSON', () => writeFileSync(mapping(), '{'), /^adapter\/invalid big5-csv .*cadre\.json$/],
    ['a manifest that is missing', () => rmSync(manifest()), /^adapter\/invalid big5-csv cannot be read .*manifest\.json$/],
    ['a manifest beyond its schema', () => edit(manifest(), (value) => (value['colour'] = 'red')), /colour/],
    ['a mapping beyond its schema', () => edit(mapping(), (value) => delete value['certainty']), /certainty/],
    ['an id that is not the folder', () => edit(manifest(), (value) => (value['id'] = 'other')), /not the folder's name/],
    ['an edition nobody declared', () => edit(mapping(), (value) => (value['editions'] = ['110'])), /edition "110" is not in the manifest/],
    ['a transform that does not exist', () => edit(mapping(), (value) => ((value['columns'] as { transform: string }[])[0]!.transform = 'guess')), /no transform "guess"/],
    ['a mapping that asks for no column', () => edit(mapping(), (value) => (value['columns'] = (value['columns'] as object[]).map((column) => ({ ...column, required: false })))), /no column is required.*cadre\.json$/],
    ['a clue that is no expression', () => edit(manifest(), (value) => (value['clues'] = [{ where: 'header', pattern: '(', weight: 0.1, why: { 'zh-TW': '無', en: 'none' } }])), /not a regular expression/],
    ['no mapping at all', () => rmSync(join(adapter, 'mapping'), { recursive: true }), /there is no mapping/],
  ])('refuses %s', async (_, spoil, message) => {
    spoil();
    expect(await fault()).toMatch(message);
  });

  test('folders set aside with an underscore are no adapters; a folder with a manifest is one itself', async () => {
    cpSync(adapter, join(overlay, '_draft'), { recursive: true });
    expect((await loadRegistry([overlay])).adapters.map(({ id }) => id)).toEqual(['big5-csv']);
    expect((await loadRegistry([adapter])).adapters.map(({ folder }) => folder)).toEqual([adapter]);
  });

  test('a folder that is not there is said so; an empty one holds no adapters', async () => {
    await expect(loadRegistry([join(overlay, 'none')])).rejects.toMatchObject({ code: 'file/not-found' });
    const empty = join(overlay, 'big5-csv', 'empty');
    mkdirSync(empty);
    expect((await loadRegistry([empty])).adapters).toEqual([]);
  });
});
