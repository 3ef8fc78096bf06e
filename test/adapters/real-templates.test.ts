/** Every sheet of every template workbook made by the ministry and by a vendor is recognised. */
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { fileSource } from '../../src/formats/bytes.ts';
import { openInput } from '../../src/formats/open.ts';
import { bind } from '../../src/mapping/bind.ts';
import { realTemplates } from '../real-templates.ts';

const registry = await loadRegistry();
const templates = realTemplates() ?? [];
const systemOf = (folder: string): string => (folder.startsWith('ischool') ? 'ischool' : 'national-roster');

describe.skipIf(templates.length === 0)('real templates', () => {
  test.each(templates.map((template) => [`${template.folder}/${template.name}`, template] as const))('%s', async (_, { folder, name, path }) => {
    await using source = await fileSource(path);
    const opened = await openInput(source, name, { encodings: ['utf-8'] });
    if (opened.kind !== 'file') throw new TypeError('an archive');
    const detection = detect(opened.file, registry);
    const unlike = detection.tables.flatMap(({ table, mapping }) => {
      if (!mapping) return [`${table.sheet} has no mapping`];
      const { failures, remarks, missing } = bind(mapping, table.header);
      const titled = mapping.definition.sheets.includes(table.sheet);
      const absent = missing.map((column) => column.to).filter((field) => field !== 'dataKey');
      return [...(titled ? [] : [`${table.sheet} is taken for ${mapping.definition.sheets[0]}`]), ...failures.map((problem) => problem.code), ...remarks.map((problem) => `${problem.code} ${problem.column}`), ...absent];
    });
    await opened.file.close();
    expect(detection.system).toBe(systemOf(folder));
    expect(detection.tables.length).toBeGreaterThan(0);
    expect(unlike).toEqual([]);
    expect(detection.confidence).toBeGreaterThan(0.9);
    const cover = opened.file.cover?.['名冊別'];
    if (cover) expect(detection.tables.every(({ mapping }) => mapping?.definition.rosterTypes.includes(cover))).toBe(true);
  });
});
