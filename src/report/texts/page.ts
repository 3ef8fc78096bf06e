/** Words that every page has. */
import type { Bilingual } from '../../core/problem.ts';

export const pageTexts = {
  language: { 'zh-TW': '語言', en: 'Language' },
  skip: { 'zh-TW': '跳到主要內容', en: 'Skip to content' },
  school: { 'zh-TW': '學校代碼 {code}', en: 'School {code}' },
  checkedFor: { 'zh-TW': '檢核基準日：{day}', en: 'Checked for {day}' },
  madeBy: { 'zh-TW': '由 licheng {version} 產生', en: 'Made by licheng {version}' },
  masked: { 'zh-TW': '身分證號、姓名與生日已遮蔽。', en: 'Ids, names and birth dates are masked.' },
} as const satisfies Record<string, Bilingual>;
