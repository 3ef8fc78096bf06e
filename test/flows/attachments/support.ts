/** Yearly rosters and the files their links name, as a school hands them in. */
import type { OfferedFile } from '../../../src/flows/intake/offered.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { offered } from '../support.ts';

export const SCHOOL = '990399';
export const A = { idNumber: 'A123456789', birthDate: '2008-03-15', roc: '0970315' };
export const B = { idNumber: 'B123456780', birthDate: '2008-05-01', roc: '0970501' };

export interface Work {
  readonly student: typeof A;
  readonly document?: string;
  readonly media?: string;
  readonly brief?: string;
  readonly code?: string;
}

const WORK_HEADER = ['身分證號', '出生日期', '實際修課學期', '課程代碼', '科目名稱', '開課年級', '修課學分', '課程學習成果文件檔案連結', '課程學習成果影音檔案連結', '成果簡述'];

/** A 學生課程學習成果名冊 of the year 114. */
export function works(rows: readonly Work[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [
    { title: '封面', header: ['學校代碼', '學年度', '學期', '名冊別'], rows: [[SCHOOL, '114', '0', '26']] },
    { title: '學期課程學習成果', header: WORK_HEADER, rows: rows.map(({ student, document = '', media = '', brief = '心得', code = '113990399H11101A1010101' }) =>
      [student.idNumber, student.roc, '1', code, '國語文', '1', '4', document, media, brief]) },
  ] });
}

/** A PDF nobody could open; distinct by its text. */
export const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

export const files = (named: Readonly<Record<string, Uint8Array>>): OfferedFile[] => Object.entries(named).map(([name, bytes]) => offered(name, bytes));

export async function zip(named: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  return joined(writeZip(Object.entries(named).map(([name, bytes]) => ({ name, source: memorySource(bytes) }))));
}
