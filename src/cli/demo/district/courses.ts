/** A small course plan per entry year, with 23-character codes (RULE-412). */

export interface Course {
  readonly courseCode: string;
  readonly subjectName: string;
  readonly credits: number;
}

/** 科目名稱, 課程類別, 科目屬性, 領域, 學分. */
type Subject = readonly [name: string, category: string, attribute: string, domain: string, credits: number];

const SUBJECTS: Readonly<Record<1 | 2 | 3, readonly Subject[]>> = {
  1: [
    ['國語文', '1', '1', '01', 4], ['英語文', '1', '1', '01', 4], ['數學', '1', '1', '02', 4], ['歷史', '1', '1', '03', 2],
    ['地理', '1', '1', '03', 2], ['物理', '1', '1', '04', 2], ['生物', '1', '1', '04', 2], ['音樂', '1', '1', '05', 2],
    ['體育', '1', '1', '08', 2], ['全民國防教育', '1', '1', '09', 1], ['資訊科技', '1', '1', '07', 2], ['探究與實作：在地文化', '2', '1', '0E', 2],
  ],
  2: [
    ['國語文', '1', '1', '01', 4], ['英語文', '1', '1', '01', 4], ['數學A', '1', '1', '02', 4], ['公民與社會', '1', '1', '03', 2],
    ['化學', '1', '1', '04', 2], ['地球科學', '1', '1', '04', 2], ['美術', '1', '1', '05', 2], ['生命教育', '1', '1', '06', 1],
    ['體育', '1', '1', '08', 2], ['健康與護理', '1', '1', '08', 1], ['英語聽講', '3', '1', '01', 2], ['微電影創作', '5', '1', '05', 2],
  ],
  3: [
    ['國語文', '1', '1', '01', 2], ['英文閱讀與寫作', '3', '1', '01', 4], ['數學甲', '3', '1', '02', 4], ['選修物理', '3', '1', '04', 3],
    ['選修化學', '3', '1', '04', 3], ['族群、性別與國家的歷史', '3', '1', '03', 3], ['體育', '1', '1', '08', 2], ['專題閱讀與研究', '3', '1', '01', 2],
    ['程式設計', '5', '1', '07', 2], ['第二外國語文：日語', '5', '1', '0H', 2],
  ],
};

const GROUP = '11';
const DEPARTMENT = '101';

export const GROUP_CODE = GROUP;
export const DEPARTMENT_CODE = DEPARTMENT;

/** 課程類型 of each division, and how many of the subjects it has. */
const DIVISIONS = { day: { type: 'H', subjects: Infinity }, night: { type: 'C', subjects: 8 } } as const;

/** Courses of one grade in one term; the entry year follows from the two. */
export function coursesOf(school: string, entryYear: number, grade: 1 | 2 | 3, division: keyof typeof DIVISIONS = 'day'): readonly Course[] {
  const { type, subjects } = DIVISIONS[division];
  return SUBJECTS[grade].slice(0, subjects).map(([subjectName, category, attribute, domain, credits], index) => ({
    courseCode: `${entryYear}${school}${type}${GROUP}${DEPARTMENT}1${category}0${attribute}${domain}${String(grade * 20 + index).padStart(2, '0')}`,
    subjectName, credits,
  }));
}
