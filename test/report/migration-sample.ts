/** A migration as its report draws it, with markup where the data has words. */
import type { MigrationReport } from '../../src/report/migration-model.ts';

export const sampleMigration: MigrationReport = {
  school: '990301', today: '2026-02-10', version: '0.1.0', terms: ['113-2', '114-1'], coined: 3,
  remarks: [{ code: 'mapping/lost-zero', title: { 'zh-TW': '前面的 0 不見了', en: 'A leading zero was lost' }, count: 2 }],
  from: { id: 'a', name: { 'zh-TW': '甲<系統>', en: 'System A' } }, to: { id: 'b', name: { 'zh-TW': '乙系統', en: 'System B' }, editions: ['108'] },
  types: [
    { type: 'student', read: 1200, written: 1198, notHeld: 1, notRead: 1 },
    { type: 'performance', read: 5, written: 0, notHeld: 5, notRead: 0 },
    { type: 'unmapped', read: 2, written: 0, notHeld: 0, notRead: 2 },
  ],
  loss: [
    { type: 'student', kind: null, field: 'name', reason: 'character', count: 1, example: '堃 U+5803' },
    { type: 'student', kind: null, field: 'extra.<img src=x onerror=alert(1)>', reason: 'no-column', count: 7, example: '(3 字)' },
    { type: 'performance', kind: 'precollege', field: null, reason: 'no-sheet', count: 5, example: null },
  ],
  changed: [{ type: 'courseWork', kind: 'regular', field: 'documentLink', count: 2 }],
  defaulted: [{ type: 'student', kind: null, field: 'division', count: 4, example: 'day' }],
  files: [{ file: '學生資料.csv', rows: 1198, recognised: false }],
  refused: [{ file: 'x"><script>.xlsx', code: 'migrate/other-system', message: { 'zh-TW': '檔案是另一個系統的。', en: 'The file is of another system.' } }],
};
