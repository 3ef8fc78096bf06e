/** What each kind of difference is called, what it says and what to do about it. */
import type { Bilingual } from '../../core/problem.ts';
import { DIFFERENCE_REASONS, type DifferenceKind, type DifferenceOrigin, type DifferenceReason } from '../comparison-model.ts';

export const DIFFERENCES = {
  CODE_MISSING: { 'zh-TW': '沒有課程代碼', en: 'No course code' },
  PLAN: { 'zh-TW': '課程規劃表（適用學年度）不同', en: 'Another year\'s plan' },
  GROUP_CODE: { 'zh-TW': '群科班代碼不同或無對應', en: 'Group code differs or is in no plan' },
  NAME_NOT_FOUND: { 'zh-TW': '沒有此科目名稱', en: 'No such subject in the plan' },
  NAME_OR_LEVEL: { 'zh-TW': '科目名稱或級別不同', en: 'Subject name or level differs' },
  GOVERNING: { 'zh-TW': '部定校訂不同', en: 'Set by another body' },
  REQUIRED_ELECTIVE: { 'zh-TW': '必選修不同', en: 'Required or elective differs' },
  CATEGORY: { 'zh-TW': '分項類別不同', en: 'Category differs' },
  DOMAIN: { 'zh-TW': '領域不同', en: 'Domain differs' },
  CREDITS: { 'zh-TW': '學分數（節數）不同', en: 'Credits or hours differ' },
  TERM_CREDITS: { 'zh-TW': '授課學期學分不同', en: 'Credits per term differ' },
  OPEN_TYPE: { 'zh-TW': '開課方式不同', en: 'Way of opening differs' },
  REQUIRED_NOT_TAKEN: { 'zh-TW': '應修未修', en: 'Required but not taken' },
  MISSING_IN_SIS: { 'zh-TW': '校務系統缺少課程', en: 'Missing in the school system' },
} as const satisfies Record<DifferenceKind, Bilingual>;

interface Words {
  /** One sentence over `{subject} {code} {ours} {plan} {class}`. */
  readonly says: Bilingual;
  readonly fix: Bilingual;
}

const REGROUP: Bilingual = {
  'zh-TW': '請確認學生的群科班（課程規劃表）設定，改對本群科班的課程代碼；轉科、復學學生請確認適用的計畫。',
  en: 'Check which plan the student is assigned to and match the code of that plan; for students who changed department or came back, check which plan applies.',
};

const RECODE: Bilingual = {
  'zh-TW': '請在校務系統重新比對這個科目的課程代碼，改用課程計畫的代碼。',
  en: 'Match the subject again in the school system and take the code of the filed plan.',
};

const RETABLE: Bilingual = {
  'zh-TW': '請在校務系統的課程規劃表更正這一科，與備查的課程計畫一致；若計畫才是錯的，請修正計畫報備查後重新取得代碼。',
  en: 'Correct the course in the school system\'s table as the filed plan has it; where the plan is wrong, have it amended and fetch the codes again.',
};

/** By reason; a reason two kinds share is worded for each. */
const WORDS: Readonly<Record<string, Words>> = {
  'CODE_MISSING no-code': {
    says: { 'zh-TW': '「{subject}」沒有課程代碼。', en: '"{subject}" has no course code.' },
    fix: { 'zh-TW': '請在校務系統為這個科目對上課程代碼後重新匯出；不在課程計畫內的科目不能列入成績名冊。', en: 'Match the subject with its code in the school system and export again; a subject outside the plan cannot be in a score roster.' },
  },
  'CODE_MISSING bad-code': {
    says: { 'zh-TW': '「{subject}」的課程代碼「{ours}」不是 23 碼的代碼。', en: 'The code "{ours}" of "{subject}" is not one of 23 characters.' },
    fix: RECODE,
  },
  'PLAN other-year': {
    says: { 'zh-TW': '「{subject}」用的是 {ours} 學年度的課程計畫，應為 {plan} 學年度。', en: '"{subject}" is under the plan of {ours}; it should be that of {plan}.' },
    fix: REGROUP,
  },
  'GROUP_CODE other-group': {
    says: { 'zh-TW': '「{subject}」的群科班代碼是 {ours}，學生其他科目是 {plan}。', en: '"{subject}" is under the group {ours}; the student\'s other subjects are under {plan}.' },
    fix: REGROUP,
  },
  'GROUP_CODE other-school': {
    says: { 'zh-TW': '「{subject}」的課程代碼屬於別的學校（{ours}）。', en: 'The code of "{subject}" belongs to another school ({ours}).' },
    fix: { 'zh-TW': '請改對本校的課程代碼；借讀學生請在學生借讀資料登錄，轉學生的原校成績列在轉學轉科成績。', en: 'Match it with a code of this school; enter visiting students as such, and scores of a former school in the transfer sheet.' },
  },
  'GROUP_CODE no-plan-year': {
    says: { 'zh-TW': '{class}的群科班代碼 {ours} 沒有對應：尚未取得該學年度的課程計畫。', en: 'The group {ours} of {class} is in no plan: none of that year was taken in.' },
    fix: { 'zh-TW': '請由課程計畫平臺下載該學年度的課程代碼，放進收件匣後再次比對。', en: 'Download that year\'s codes from the platform of course plans, put them into the inbox and compare again.' },
  },
  'GROUP_CODE no-plan-group': {
    says: { 'zh-TW': '{class}的群科班代碼 {ours} 不在備查的課程計畫裡。', en: 'The group {ours} of {class} is not in the filed plan.' },
    fix: { 'zh-TW': '請確認班級或科目的群科班設定；課程計畫剛修正過的，請重新取得代碼後再次比對。', en: 'Check the group the class or course is set to; where the plan was just amended, fetch the codes again and compare.' },
  },
  'GROUP_CODE unknown-group': {
    says: { 'zh-TW': '「{subject}」的群科班代碼 {ours} 不在備查的課程計畫裡。', en: 'The group {ours} of "{subject}" is not in the filed plan.' },
    fix: RETABLE,
  },
  'GROUP_CODE own-columns': {
    says: { 'zh-TW': '「{subject}」課程代碼以外的欄位寫的是 {ours}，代碼本身是 {plan}。', en: 'Beside its code, "{subject}" is set to {ours}; the code says {plan}.' },
    fix: RETABLE,
  },
  'GROUP_CODE department': {
    says: { 'zh-TW': '學籍的群別、科別是 {ours}，所修課程的代碼是 {plan}。', en: 'The student roster has group and department {ours}; the student\'s courses are of {plan}.' },
    fix: { 'zh-TW': '請核對學籍的科別與學生的課程規劃表；兩者用的代碼表不同時可不處理。', en: 'Compare the student\'s department with the plan assigned; where the two use different code tables, leave it.' },
  },
  'NAME_NOT_FOUND no-name': {
    says: { 'zh-TW': '課程計畫裡沒有「{ours}」，也沒有這個課程代碼。', en: 'The plan has neither "{ours}" nor this code.' },
    fix: { 'zh-TW': '請確認科目是否開錯、代碼是否對錯群科班；新開的科目要先修正課程計畫報備查。', en: 'Check whether the course or the group it was matched in is wrong; a new course needs an amended plan first.' },
  },
  'NAME_OR_LEVEL name': {
    says: { 'zh-TW': '科目名稱是「{ours}」，課程計畫是「{plan}」。', en: 'The name is "{ours}", in the plan "{plan}".' },
    fix: { 'zh-TW': '請在校務系統填入報部科目名稱，一字不差；空白、全形半形也要相同。', en: 'Enter the name reported to the ministry exactly as the plan has it, blanks and widths included.' },
  },
  'NAME_OR_LEVEL level': {
    says: { 'zh-TW': '科目名稱是「{ours}」，課程計畫是「{plan}」：級別不同。', en: 'The name is "{ours}", in the plan "{plan}": another level.' },
    fix: { 'zh-TW': '請確認科目級別；報部科目名稱以課程計畫為準，不另加級別。', en: 'Check the level; the name reported is the plan\'s, without a level of its own.' },
  },
  'NAME_OR_LEVEL subject-code': {
    says: { 'zh-TW': '「{subject}」代碼最後兩碼（科目流水號）是 {ours}，課程計畫是 {plan}。', en: 'The last two characters of the code of "{subject}" are {ours}, in the plan {plan}.' },
    fix: RECODE,
  },
  'CATEGORY course-category': {
    says: { 'zh-TW': '「{subject}」的課程類別是 {ours}，課程計畫是 {plan}。', en: 'The category of "{subject}" is {ours}, in the plan {plan}.' },
    fix: RECODE,
  },
  'CATEGORY subject-attribute': {
    says: { 'zh-TW': '「{subject}」的科目屬性是 {ours}，課程計畫是 {plan}。', en: 'The attribute of "{subject}" is {ours}, in the plan {plan}.' },
    fix: RECODE,
  },
  'TERM_CREDITS not-taught': {
    says: { 'zh-TW': '課程計畫在這個學期沒有開「{subject}」（授課學期學分 {plan}）。', en: 'The plan does not teach "{subject}" in this term (credits per term {plan}).' },
    fix: { 'zh-TW': '請確認是否開錯學期或對錯代碼；確實調整了開課學期的，請修正課程計畫報備查。', en: 'Check whether the term or the code is wrong; where the course was moved, the plan has to be amended.' },
  },
  'TERM_CREDITS differs': {
    says: { 'zh-TW': '「{subject}」的授課學期學分是 {ours}，課程計畫是 {plan}。', en: 'The credits per term of "{subject}" are {ours}, in the plan {plan}.' },
    fix: RETABLE,
  },
  'OPEN_TYPE not-open': {
    says: { 'zh-TW': '課程計畫在這個學期沒有開「{subject}」（開課方式 {plan}）。', en: 'The plan does not open "{subject}" in this term (ways of opening {plan}).' },
    fix: { 'zh-TW': '請確認是否開錯學期；課程計畫的學分與開課方式互相矛盾時，請修正計畫。', en: 'Check the term; where credits and ways of opening in the plan contradict each other, the plan has to be amended.' },
  },
  'REQUIRED_NOT_TAKEN nobody': {
    says: { 'zh-TW': '本學期應開的必修「{subject}」沒有任何學生修習。', en: 'No student takes "{subject}", which is required this term.' },
    fix: { 'zh-TW': '請確認課程是否已排課、學生是否已加選、成績是否漏匯；沒有開課的，請修正課程計畫。', en: 'Check that the course is scheduled, that students are in it and that its scores were exported; if it was not opened, the plan has to be amended.' },
  },
  'REQUIRED_NOT_TAKEN class': {
    says: { 'zh-TW': '{class}沒有學生修習本學期應修的必修「{subject}」。', en: 'Nobody of {class} takes "{subject}", which is required this term.' },
    fix: { 'zh-TW': '請確認這一班的課表與成績是否漏了這一科。', en: 'Check whether the timetable or the scores of this class lack the course.' },
  },
  'REQUIRED_NOT_TAKEN elective': {
    says: { 'zh-TW': '本學期可開的選修「{subject}」沒有學生修習。', en: 'No student takes the elective "{subject}" this term.' },
    fix: { 'zh-TW': '沒有開成的選修不必處理；有開課的，請確認成績是否漏匯。', en: 'Leave an elective that did not come about; if it was held, check that its scores were exported.' },
  },
  'MISSING_IN_SIS no-row': {
    says: { 'zh-TW': '課程計畫有「{subject}」（{plan}），校務系統的課程規劃表沒有。', en: 'The plan has "{subject}" ({plan}), the school system\'s table has not.' },
    fix: { 'zh-TW': '請在校務系統同步課程代碼、補上這一科；不再開設的，請修正課程計畫。', en: 'Synchronise the codes in the school system and add the course; if it is no longer given, the plan has to be amended.' },
  },
};

/** A kind whose reasons all read alike. */
const BY_KIND: Partial<Readonly<Record<DifferenceKind, Words>>> = Object.fromEntries((['GOVERNING', 'REQUIRED_ELECTIVE', 'DOMAIN', 'CREDITS', 'OPEN_TYPE'] as const).map((kind): [DifferenceKind, Words] => [kind, {
  says: { 'zh-TW': `「{subject}」的${{ GOVERNING: '部定校訂', REQUIRED_ELECTIVE: '必選修', DOMAIN: '領域', CREDITS: '學分數（節數）', OPEN_TYPE: '開課方式' }[kind]}是 {ours}，課程計畫是 {plan}。`, en: `"{subject}": {ours}, in the plan {plan}.` },
  fix: kind === 'CREDITS' ? { 'zh-TW': '請依課程計畫更正這個科目的學分數（進修部為節數）後重新匯出。', en: 'Correct the credits (hours in the night division) as the plan has them and export again.' } : RECODE,
}]));

/** What a difference says and what to do, as templates. */
export function differenceWords(kind: DifferenceKind, reason: DifferenceReason): Words {
  const words = WORDS[`${kind} ${reason}`] ?? BY_KIND[kind];
  if (!words) throw new TypeError(`no words for ${kind} ${reason}`);
  return words;
}

/** Every kind with each of its reasons. */
export const ALL_DIFFERENCES: readonly (readonly [DifferenceKind, DifferenceReason])[] = Object.entries(DIFFERENCE_REASONS)
  .flatMap(([kind, reasons]) => reasons.map((reason) => [kind as DifferenceKind, reason] as const));

export const ORIGINS = {
  enrolled: { 'zh-TW': '修課', en: 'Courses taken' },
  score: { 'zh-TW': '學期成績', en: 'Term scores' },
  course: { 'zh-TW': '課程規劃表', en: 'Table of courses' },
  class: { 'zh-TW': '班級', en: 'Classes' },
  student: { 'zh-TW': '學籍', en: 'Student roster' },
  plan: { 'zh-TW': '課程計畫', en: 'Filed plan' },
} as const satisfies Record<DifferenceOrigin, Bilingual>;
