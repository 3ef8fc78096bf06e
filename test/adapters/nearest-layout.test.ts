import { describe, expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { nearestLayout } from '../../src/adapters/nearest-layout.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { memoryFile, memoryTable } from '../mapping/table.ts';

const registry = await loadRegistry();
const near = (header: readonly string[]): string | null => {
  const table = memoryTable('名冊', header);
  return nearestLayout(table, memoryFile([table]), registry)?.['zh-TW'] ?? null;
};

describe('a sheet of an edition nobody knows', () => {
  const header = ['身分證號', '出生日期', '課程代碼', '科目名稱', '開課年級', '學習單元', '單元成績', '能力指標', '能力等第'];

  test('is refused, with the nearest edition that is known, and what differs', () => {
    const { system, clues, tables } = detect(memoryFile([memoryTable('單元成績', header)]), registry);
    expect([system, tables.map(({ mapping }) => mapping)]).toEqual([null, [null]]);
    expect(clues[0]?.en).toMatch(/^Nearest is the sheet ".+" of ".+" \(national-roster\), edition 108: 5 headers are known; required columns are missing: .+; not known: 學習單元, 單元成績, 能力指標, 能力等第\.$/);
    expect(clues[0]?.['zh-TW']).toMatch(/最接近的是「.+」（national-roster）108 版的分頁「.+」，認得 5 個欄名；缺少必要欄位 .+；不認得 學習單元、單元成績、能力指標、能力等第/);
  });

  test('names no more headers than a person reads', () => {
    expect(near([...header, ...Array.from({ length: 30 }, (_, at) => `新欄位${at}`)])).toMatch(/不認得 (?:[^、]+、){5}[^、]+…。$/);
  });
});

test.each([[[]], [['甲', '乙']], [['身分證號', '乙']]])('nothing is near %j', (header) => {
  expect(near(header)).toBeNull();
});
