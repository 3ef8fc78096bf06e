/** A stand-in for the central database: takes what was packed and refuses rows of it, as a reply file. */
import type { PastSubmission } from '../../../src/store/port.ts';
import type { School } from '../support.ts';
import { packedWorkbooks } from '../../../src/flows/replies/workbook.ts';

export interface Refusal {
  readonly sheet: string;
  /** Spreadsheet row. */
  readonly row: number;
  readonly codes?: readonly string[];
  readonly texts?: readonly string[];
  /** Overrides of the reply's keys. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const cellsOf = async ({ services, store }: School, term: string, number: number, { sheet, row }: Refusal): Promise<readonly string[]> => {
  for (const { submission, sheets } of packedWorkbooks(services, store, term)) {
    const found = submission.number === number ? (await sheets())?.find(({ title, rows }) => title === sheet && rows.has(row)) : undefined;
    if (found) return found.rows.get(row)!;
  }
  return [];
};

/** Bytes of the reply to a submission. */
export async function refuse(school: School, { term, number }: PastSubmission, refusals: readonly Refusal[], fid = '88001'): Promise<Uint8Array> {
  const errors = await Promise.all(refusals.map(async (refusal) => ({
    錯誤名冊: refusal.sheet, 錯誤行數: refusal.row,
    詳細資訊: { 狀態: '錯誤', 錯誤代碼: refusal.codes ?? ['X01'], 錯誤說明: refusal.texts ?? ['課程代碼不在該校課程計畫'], 例外說明: null },
    錯誤資料: (await cellsOf(school, term, number, refusal)).join(','),
    ...refusal.more,
  })));
  return new TextEncoder().encode(JSON.stringify({ FID: fid, IsCheck: true, IsExtract: false, HaveErrorMsg: errors.length > 0, 處理狀態: '檢核完成', 錯誤訊息: errors }));
}
