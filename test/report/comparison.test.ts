/** The comparison as page, workbook and JSON: every kind of difference, whatever stands in the data. */
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/formats/bytes.ts';
import { openXlsx } from '../../src/formats/xlsx/read.ts';
import { renderComparisonHtml } from '../../src/report/comparison.ts';
import { grouped } from '../../src/report/comparison-groups.ts';
import { comparisonJson, noComparison } from '../../src/report/comparison-json.ts';
import { type ComparisonReport, DIFFERENCE_KINDS } from '../../src/report/comparison-model.ts';
import { comparisonWorkbook } from '../../src/report/comparison-workbook.ts';
import { ALL_DIFFERENCES, DIFFERENCES } from '../../src/report/texts/differences.ts';
import { CODE, difference, sampleComparison as report } from './comparison-sample.ts';

const all = ALL_DIFFERENCES.map(([kind, reason]) => difference({ kind, reason }));

describe('the page', () => {
  test('names every kind, says what to do in both languages, and whether it was in time', () => {
    const html = renderComparisonHtml(report(all), 'zh-TW');
    for (const kind of DIFFERENCE_KINDS) expect(html).toContain(DIFFERENCES[kind]['zh-TW']);
    expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/\{\w+\}|undefined|\[object/);
    for (const text of ['第 1 次比對於民國 114 年 9 月 10 日完成，期限為民國 114 年 9 月 29 日', '座號 01', '王○○', '未比對「校務系統缺少課程」', '第 2 次']) expect(html).toContain(text);
    expect(renderComparisonHtml(report(all, { due: '2025-09-01' }), 'zh-TW')).toContain('已逾期限');
    expect(renderComparisonHtml(report(all, { due: null }), 'zh-TW')).toContain('行事曆沒有開學日');
  });

  test('says that all agrees when it does, and never when it does not', () => {
    expect(renderComparisonHtml(report([]), 'zh-TW')).toContain('比對結果正確無誤');
    expect(renderComparisonHtml(report([difference()]), 'zh-TW')).not.toContain('比對結果正確無誤');
  });

  test('is one row for a class and a course, whoever the students are, and stays small', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => difference({ class: String(index % 900), student: { id: `A1${String(index).padStart(4, '0')}****`, studentNumber: null, name: null, seat: null } }));
    expect(grouped(many)).toHaveLength(900);
    expect(Buffer.byteLength(renderComparisonHtml(report(many), 'zh-TW'))).toBeLessThan(5_000_000);
  });

  test('lets nothing of the data become markup', () => {
    const bad = '"><img src=x onerror=alert(1)>\u202e';
    const html = renderComparisonHtml(report([difference({ class: bad, subject: bad, courseCode: bad, ours: bad, plan: bad, kind: 'NAME_OR_LEVEL', reason: 'name', student: { id: bad, studentNumber: bad, name: bad, seat: bad } })], { schoolName: bad }), 'zh-TW');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u202e');
  });
});

describe('the workbook', () => {
  async function sheets(of: ComparisonReport): Promise<Map<string, { header: readonly string[]; rows: (readonly string[])[] }>> {
    const book = await openXlsx(memorySource(await comparisonWorkbook(of)), 'codes.xlsx');
    const found = new Map<string, { header: readonly string[]; rows: (readonly string[])[] }>();
    for (const table of book.tables) {
      const rows: (readonly string[])[] = [];
      for await (const batch of table.rows()) rows.push(...batch.map(({ cells }) => cells));
      found.set(table.sheet, { header: table.header, rows });
    }
    return found;
  }

  test('has the columns of the vendors\' reports first, then what differs and where', async () => {
    const book = await sheets(report([difference({ origin: 'enrolled' }), difference(), difference({ kind: 'REQUIRED_NOT_TAKEN', reason: 'nobody', origin: 'plan', student: null }), difference({ kind: 'CODE_MISSING', reason: 'no-code', courseCode: null })]));
    expect([...book.keys()]).toEqual(['比對結果', '修課檢核', '學期成績', '應修課程代碼未修', '沒有課程代碼', '課程代碼表']);
    const after = ['說明', '不符類別', '校務系統', '課程計畫', '怎麼改', '檔案', '工作表', '列'];
    expect(book.get('修課檢核')!.header).toEqual(['學年度', '學期', '年級', '學號', '班級', '座號', '姓名', '課程名稱', '科目名稱', '科目級別', '部定校訂', '必修選修', '分項類別', '學分數', '節數', '課程代碼', '授課學期學分節數', '開課方式', '課程規劃表', '報部科目名稱', ...after]);
    expect(book.get('學期成績')!.header).toEqual(['學號', '班級', '座號', '姓名', '學年度', '學期', '成績年級', '科目名稱', '科目級別', '部定校訂', '必修選修', '分項類別', '學分數', '課程代碼', '授課學期學分節數', '課程規劃表名稱', ...after]);
    expect(book.get('學期成績')!.rows).toEqual([['114000*', '101', '01', '王○○', '114', '1', '1', '國語文', '', '部定', '必修', '學業', '3', CODE, '444440', '114990301H11101A', '「國語文」的學分數（節數）是 3，課程計畫是 4。', '學分數（節數）不同', '3', '4', '請依課程計畫更正這個科目的學分數（進修部為節數）後重新匯出。', '成績.xlsx', '學期成績', '2']]);
    expect(book.get('課程代碼表')).toEqual({
      header: ['群組代碼', '課程代碼', '科目名稱', '入學年', '部定校訂', '必修選修', '課程類型', '群別', '科別', '班群', '授課學期學分/節數', '授課開課方式', '課程屬性'],
      rows: [['114990301H11101A', CODE, '國語文', '114', '部定', '必修', '普通型高中', '11', '101', 'A', '444440', '00000-', '1101']],
    });
  });

  test('holds each difference once, and takes texts that no workbook takes', async () => {
    const odd = [...all, difference({ subject: '\u0000\uffff', class: '\ud800', origin: 'course' })];
    const book = await sheets(report(odd));
    const rows = [...book].filter(([title]) => !['比對結果', '課程代碼表'].includes(title)).flatMap(([, { rows: own }]) => own);
    expect(rows).toHaveLength(odd.length);
    expect(JSON.stringify(rows)).toContain('[U+0000]');
  });

  test('is the same bytes for the same comparison', async () => {
    expect(Buffer.compare(await comparisonWorkbook(report(all)), await comparisonWorkbook(report(all)))).toBe(0);
  });
});

describe('the JSON', () => {
  test('has the contract\'s keys first, and its own behind', () => {
    const json = comparisonJson(report([difference()]), '2025-09-20T01:00:00.000Z', 'differences', 'zh-TW');
    expect(Object.keys(json).slice(0, 6)).toEqual(['school', 'term', 'due', 'ranAt', 'summary', 'differences']);
    expect(json).toMatchObject({ due: '2025-09-29', ranAt: '2025-09-20T01:00:00.000Z', summary: { CREDITS: 1 }, cleanOn: null, first: '2025-09-10' });
    expect(Object.keys(json.differences[0]!).slice(0, 8)).toEqual(['kind', 'student', 'class', 'courseCode', 'subject', 'ours', 'plan', 'fix']);
    expect(json.differences[0]).toMatchObject({ kind: 'CREDITS', student: 'A11007****', class: '101', courseCode: CODE, ours: '3', plan: '4' });
    expect(comparisonJson(report([]), '', 'clean', 'en')).toMatchObject({ summary: {}, differences: [], cleanOn: '2025-09-20' });
    expect(Object.keys(noComparison('990301', { term: '114-1', state: 'never', due: null, first: null, last: null, differences: 0 }))).toEqual(Object.keys(json));
  });
});
