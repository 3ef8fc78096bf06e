/** How score rosters are filled, and what stands in real ones all the same. */
import type { Trap } from './trap.ts';

const REAL = 'test test/adapters/central-database.test.ts';

export const SCORES: readonly Trap[] = [
  ['a row needs 身分證號 and 課程代碼', 'fixture national-roster/108-score-day "mapping/blank-key"', 'rule course/code-present'],
  ['passed when the score is the pass mark or more; no score: 取得學分', 'rule course/score-and-pass-agree', 'rule course/pass-without-score'],
  ['是否採計學分: 1, 2, 3 by 不計學分, 不需評分, category 9 with D', 'rule course/counted-known', 'rule course/counted-matches-category'],
  ['補修方式 and 重修方式 are 3 by default', 'rule course/mode-known'],
  ['重讀註記 1 or 2', 'rule course/repeat-mode'],
  ['身分別 by the code of the status change', 'rule course/transfer-identity', 'rule enrolment/identity-of-return'],
  ['重修 goes into the term it was taken again in, and is capped', 'rule course/retake-capped', 'rule course/origin-not-later'],
  ['night: year score with one decimal, second make-up -1, null credits -1', 'fixture ischool/score-night-2021 ischool/score-night-reexam', 'fixture national-roster/108-score-night "reexam2Score": null'],
  ['credits T (基礎訓練)', 'fixture central-database/extract-dirty-scores "mapping/plan-letter-credit"', 'test test/mapping/transforms.test.ts cells as schools write them'],
  ['團體活動 and 彈性學習 with 0 credits; passed with score 0', `${REAL} what real extracts hold`, 'rule course/category-gate'],
  ['passed with -1; a transferred score of -1 with pass 1; a night make-up of -1', `${REAL} what real extracts hold`, 'rule course/transfer-score-missing'],
  ['a make-up score although passed; 60 and not passed', `${REAL} what real extracts hold`, 'rule course/reexam-after-pass'],
  ['grade 6', `${REAL} what real extracts hold`, 'rule course/grade-range'],
  ['是否採計 3 with 身分別 outside 5 to 7', `${REAL} what real extracts hold`],
  ['原修課學年度 not later than the upload', 'rule course/origin-not-later'],
  ['absurd hours of 團體活動', 'fixture central-database/extract-performances 99999', 'rule performance/hours-plausible'],
  ['特殊身分別 as ,1 1, 1,1 unsorted', 'fixture central-database/extract-students "specialIdentity": ",1"', 'fixture central-database/104-students-local "specialIdentity": ",1"'],
  ['班別 1 and 01 are two codes', 'fixture central-database/extract-students "classType": "01"', 'test test/mapping/transforms.test.ts cells as schools write them'],
  ['原住民族別 blank or 無; 報考年度 0', 'fixture central-database/extract-students "indigenousGroup": "無"'],
  ['其他多元表現 without 主辦單位, hours -1 or 0', 'fixture central-database/extract-performances extract-performance-other'],
  ['在學 with a 學籍異動日期', `${REAL} what real extracts hold`],
  ['one id with two birth dates, one id in two schools', `${REAL} what real extracts hold`, 'rule student/one-birth-date'],
  ['night courses in day rosters', `${REAL} what real extracts hold`, 'rule course/division-course-type'],
];
