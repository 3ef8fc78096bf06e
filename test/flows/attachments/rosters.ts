/** Yearly rosters, as a school hands them in. */
import { person } from '../../../src/cli/demo/district/people.ts';
import { seeded } from '../../../src/cli/demo/district/random.ts';
import { isoToRoc } from '../../../src/core/roc-date.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';

export const SCHOOL = '990399';
export interface Person {
  readonly idNumber: string;
  readonly birthDate: string;
  /** The same day as rosters write it. */
  readonly roc: string;
}

export const A: Person = { idNumber: 'A123456789', birthDate: '2008-03-15', roc: '0970315' };
export const B: Person = { idNumber: 'B123456780', birthDate: '2008-05-01', roc: '0970501' };

export interface Work {
  readonly student: Person;
  readonly document?: string;
  readonly media?: string;
  readonly brief?: string;
  readonly code?: string;
}

const COVER = ['學校代碼', '學年度', '學期', '名冊別'];
const WORK_HEADER = ['身分證號', '出生日期', '實際修課學期', '課程代碼', '科目名稱', '開課年級', '修課學分', '課程學習成果文件檔案連結', '課程學習成果影音檔案連結', '成果簡述'];

/** A 學生課程學習成果名冊 of the year 114. */
export function works(rows: readonly Work[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [
    { title: '封面', header: COVER, rows: [[SCHOOL, '114', '0', '26']] },
    { title: '學期課程學習成果', header: WORK_HEADER, rows: rows.map(({ student, document = '', media = '', brief = '心得', code = '113990399H11101A1010101' }) =>
      [student.idNumber, student.roc, '1', code, '國語文', '1', '4', document, media, brief]) },
  ] });
}

/** As many people as wanted, none of them real; the same for the same seed. */
export function people(count: number, seed = 'people'): readonly Person[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const { idNumber, birthDate } = person(random, index, 113);
    return { idNumber, birthDate, roc: isoToRoc(birthDate)! };
  });
}

/** The student roster of the first term, each with the grade given. */
export function studentRoster(grades: readonly (readonly [Person, number])[]): Promise<Uint8Array> {
  const header = ['身分證號', '出生日期', '性別代碼', '群別代碼', '科/班/學程別代碼', '部別代碼', '班別', '年級', '班級名稱', '座號', '特殊身分別'];
  return writeXlsx({ sheets: [
    { title: '封面', header: COVER, rows: [[SCHOOL, '114', '1', '1']] },
    { title: '學生資料', header, rows: grades.map(([{ idNumber, roc }, grade], index) => [idNumber, roc, '1', '11', '101', '1', '1', String(grade), `${grade}01`, String(index + 1).padStart(2, '0'), '0']) },
  ] });
}

export interface Performance {
  readonly student: Person;
  readonly name: string;
  readonly link?: string;
  readonly address?: string;
}

/** A 學生自填多元表現名冊 with works of one's own. */
export function performances(rows: readonly Performance[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [
    { title: '封面', header: COVER, rows: [[SCHOOL, '114', '0', '25']] },
    { title: '作品成果紀錄', header: ['身分證號', '出生日期', '名稱', '日期', '內容簡述', '作品成果連結', '影音檔案連結', '外部影音連結'],
      rows: rows.map(({ student, name, link = '', address = '' }) => [student.idNumber, student.roc, name, '1141001', '心得', link, '', address]) },
  ] });
}
