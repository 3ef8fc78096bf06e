/** What category and attribute of a course say in the words schools use (RULE-412, RULE-415). */
import { codeList } from './codes.ts';

/** 部定 or 校訂, by 課程類別. */
export function governingOf(category: string): string {
  return category === '1' ? '部定' : '校訂';
}

/** 必修 or 選修, by 課程類別. */
export function requiredOf(category: string): string {
  return category === '1' || category === '2' ? '必修' : '選修';
}

/** 分項類別, by 科目屬性: one vendor's three, everything that is neither 專業 nor 實習 being 學業. */
export function itemCategoryOf(attribute: string): string {
  return attribute === '2' ? '專業科目' : attribute === '3' ? '實習科目' : '學業';
}

/** `5 多元選修`: a code with its word; a code without a word stays alone. */
export function worded(list: string, code: string): string {
  const label = codeList(list).label(code, 'zh-TW');
  return label === code ? code : `${code} ${label}`;
}
