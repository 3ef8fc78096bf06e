import { describe, expect, test } from 'vitest';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { openInput } from '../../src/formats/open.ts';
import { openZip } from '../../src/formats/zip/read.ts';
import { packSubmission, type SubmissionPlan } from '../../src/package/submission.ts';

const PLAN: SubmissionPlan = {
  school: '014302', term: '114-1', edition: 'term-submission', version: '1.2.3',
  rosters: [
    { roster: '學生成績名冊', rosterType: '2', file: '學生成績名冊.xlsx', sheets: [
      { title: '學期成績', header: ['身分證號', '學期學業成績'], rows: [['A123456789', '085'], ['B223456789', '-1']] },
      { title: '補修成績', header: ['身分證號'], rows: [] },
    ] },
    { roster: '校內幹部經歷名冊', rosterType: '24', file: '校內幹部經歷名冊.xlsx', sheets: [{ title: '幹部經歷紀錄', header: ['身分證號'], rows: [] }] },
  ],
  inputs: [{ file: '名冊.xlsx', sha256: 'a'.repeat(64) }],
};

describe('a submission', () => {
  test('says per roster what it holds, and leaves out a roster without a row', async () => {
    const packed = await packSubmission(PLAN);
    expect(packed.rosters).toEqual([{ roster: '學生成績名冊', rosterType: '2', file: '學生成績名冊.xlsx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), sheets: { 學期成績: 2, 補修成績: 0 } }]);
  });

  test('holds workbooks that read back cell for cell, cover included', async () => {
    const archive = await openZip(memorySource((await packSubmission(PLAN)).bytes), 'x.zip');
    const entry = archive.entries.find(({ name }) => name === 'data/學生成績名冊.xlsx')!;
    const opened = await openInput(memorySource(await joined(entry.stream())), '學生成績名冊.xlsx', { encodings: ['utf-8'] });
    if (opened.kind !== 'file') throw new Error('not a workbook');
    expect(opened.file.cover).toEqual({ 學校代碼: '014302', 學年度: '114', 學期: '1', 名冊別: '2' });
    const [scores, makeup] = opened.file.tables;
    expect([scores!.sheet, makeup!.sheet]).toEqual(['學期成績', '補修成績']);
    const rows = (await Array.fromAsync(scores!.rows())).flat();
    expect(rows.map(({ row, cells, kinds }) => [row, cells, kinds])).toEqual([[2, ['A123456789', '085'], undefined], [3, ['B223456789', '-1'], undefined]]);
    await opened.file.close();
    await archive.close();
  });

  test('is the same bytes for the same plan, and others for another', async () => {
    const [one, again, other] = await Promise.all([packSubmission(PLAN), packSubmission(structuredClone(PLAN)), packSubmission({ ...PLAN, version: '1.2.4' })]);
    expect(again.sha256).toBe(one.sha256);
    expect(other.sha256).not.toBe(one.sha256);
  });

  test('of no term is refused', async () => {
    await expect(packSubmission({ ...PLAN, term: '114' })).rejects.toThrow('not a term');
  });
});
