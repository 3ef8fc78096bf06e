/** A realistic report of one school and one of a district, all made up. */
import type { Finding } from '../../src/core/finding.ts';
import type { Bilingual, Severity } from '../../src/core/problem.ts';
import { causesOf } from '../../src/report/cause.ts';
import { fixOrder } from '../../src/report/fix-order.ts';
import type { CheckReport, DistrictReport, RuleColumn, RuleText, SchoolLine } from '../../src/report/model.ts';

const text = (zh: string, en: string): Bilingual => ({ 'zh-TW': zh, en });

interface SampleRule {
  readonly id: string;
  readonly severity: Severity;
  readonly count: number;
  readonly students: number;
  readonly words: RuleText;
  readonly finding: (index: number) => Partial<Finding>;
  /** Where all of it stands, if in one column. */
  readonly column?: RuleColumn;
}

const STUDENTS = '學生資料名冊_1141_193301.xlsx';
const SCORES = '114_1_學生成績名冊_193301.xlsx';
const WORKS = '課程學習成果.csv';

const student = (index: number): string => `${'ABDFHKL'[index % 7]}${12200 + (index * 37) % 700}****`;

export const RULES: readonly SampleRule[] = [
  {
    id: 'student/birth-date-exists', severity: 'error', count: 1498, students: 1498,
    words: {
      title: text('出生日期不是民國年七碼', 'Birth date is not seven digits of an ROC year'),
      message: text('出生日期「{value}」不是民國年七碼，系統無法辨認這一天。', 'The birth date "{value}" is not seven digits of an ROC year.'),
      why: text('身分證號加出生日期是比對學生的唯一依據；日期不合，這名學生的所有資料都會被退回。', 'Id number and birth date together identify a student; if the date does not fit, everything of the student is returned.'),
      fix: text('請在校務系統的匯出設定把日期格式改為「民國年七碼」（例：0970315），再匯出整個檔案。', 'Set the date format of the export to "ROC, seven digits" (0970315) in the school system and export the whole file again.'),
      source: ['RULE-510'], certainty: 'A',
    },
    finding: (index) => ({ file: STUDENTS, sheet: '學生資料', row: index + 3, column: '出生日期', field: 'birthDate', value: `2008/**/**`, params: {} }),
    column: { file: STUDENTS, sheet: '學生資料', column: '出生日期', count: 1498, shape: 'gregorian-date', shapeCount: 1498 },
  },
  {
    id: 'course/code-in-plan', severity: 'error', count: 126, students: 63,
    words: {
      title: text('課程代碼不在課程計畫裡', 'Course code is not in the course plan'),
      message: text('課程代碼「{value}」在 {planYear} 學年度入學的課程計畫中找不到。', 'The course code "{value}" is not in the course plan of students who entered in {planYear}.'),
      why: text('成績要掛在已核定的課程上，代碼對不上的成績收不進中央資料庫。', 'A score must belong to an approved course; the central database takes no other.'),
      fix: text('比對課程計畫平臺的代碼：多半是學生轉科後沿用原科的代碼，或選修改過開課學期。改正代碼後重新匯出。', 'Compare with the course plan platform. Usually a student changed department and kept the old code, or an elective moved to another term. Correct the code and export again.'),
      source: ['RULE-405', 'RULE-512'], certainty: 'B',
    },
    finding: (index) => ({ file: SCORES, sheet: index % 3 === 0 ? '重修成績' : '學期成績', row: 41 + index * 13, column: '課程代碼', value: `113193301H11101A101010${index % 9}`, params: { planYear: 113 } }),
  },
  {
    id: 'course/score-range', severity: 'error', count: 12, students: 11,
    words: {
      title: text('成績超出 0 到 100', 'Score outside 0 to 100'),
      message: text('學期學業成績「{value}」不在 0 到 100 之間。', 'The term score "{value}" is not between 0 and 100.'),
      why: text('超出範圍的成績整列會被退回。', 'A row with such a score is returned.'),
      fix: text('查原始成績單更正；若沒有成績，請填 -1。', 'Correct it from the original record; where there is no score, put -1.'),
      source: ['RULE-415'], certainty: 'A',
    },
    finding: (index) => ({ file: SCORES, sheet: '學期成績', row: 1207 + index * 31, column: '學期學業成績', value: index === 3 ? '１０５' : String(101 + index), params: {} }),
  },
  {
    id: 'student/id-checksum', severity: 'error', count: 3, students: 3,
    words: {
      title: text('身分證號檢查碼不符', 'Id number fails its check digit'),
      message: text('身分證號「{value}」的檢查碼不對，可能打錯字。', 'The check digit of the id number "{value}" is wrong; probably a typing error.'),
      why: text('號碼錯一個字，就會變成另一個人的資料。', 'One wrong character makes it another person\'s record.'),
      fix: text('請對照戶籍資料或學生證更正。', 'Correct it from the household register or the student card.'),
      source: ['RULE-501'], certainty: 'A',
    },
    finding: (index) => ({ file: STUDENTS, sheet: '學生資料', row: 88 + index * 211, column: '身分證號', value: student(index), params: {} }),
  },
  {
    id: 'csv/undecodable', severity: 'error', count: 2, students: 0,
    words: {
      title: text('有無法解讀的文字', 'Text that cannot be decoded'),
      message: text('第 {row} 列有 {bytes} 個位元組不是 Big5 文字，這一列沒有匯入。', 'Row {row} has {bytes} bytes that are not Big5 text; the row was not imported.'),
      why: text('猜字會把姓名改錯，因此寧可不收。', 'Guessing would falsify names, so the row is not taken.'),
      fix: text('請改用 UTF-8 或 xlsx 匯出。', 'Export as UTF-8 or xlsx.'),
      source: [], certainty: null,
    },
    finding: (index) => ({ file: WORKS, sheet: null, row: 15 + index * 4, column: null, value: null, student: null, params: { bytes: 2 } }),
  },
  {
    id: 'performance/coined-character', severity: 'warning', count: 41, students: 40,
    words: {
      title: text('姓名或單位有造字', 'A name holds a coined character'),
      message: text('「{value}」含造字，其他學校的電腦看不到。', '"{value}" holds a coined character that other machines cannot show.'),
      why: text('造字只有貴校的字型看得到，到中央資料庫會變成空白或問號。', 'Only your school\'s font has it; elsewhere it turns blank.'),
      fix: text('到全字庫查標準字取代；查無標準字再保留。', 'Replace it by the standard character from CNS 11643 where there is one.'),
      source: ['RULE-601'], certainty: 'B',
    },
    finding: (index) => ({ file: STUDENTS, sheet: '學生資料', row: 9 + index * 17, column: '姓名', value: index % 2 === 0 ? '王○○' : '林\ue004○', params: {} }),
  },
  {
    id: 'work/too-many', severity: 'warning', count: 9, students: 9,
    words: {
      title: text('勾選的課程學習成果超過上限', 'More course works picked than allowed'),
      message: text('這名學生勾選 {count} 件，上限 {limit} 件。', 'This student picked {count}; the limit is {limit}.'),
      why: text('超過的部分中央資料庫不收，由系統決定留哪幾件就不是學生的意思了。', 'The surplus is not taken, and which ones stay would not be the student\'s choice.'),
      fix: text('請通知學生在勾選期限前自行取消多選的件數。', 'Ask the student to unpick the surplus before the deadline.'),
      source: ['RULE-201'], certainty: 'C',
    },
    finding: (index) => ({ file: WORKS, sheet: null, row: 22 + index * 6, column: '檔案名稱', value: '物理專題報告  v2.pdf', params: { count: 7, limit: 6 } }),
  },
  {
    id: 'cadre/unit-spelling', severity: 'info', count: 4, students: 0,
    words: {
      title: text('幹部單位寫法不一', 'Unit of a school office spelt in several ways'),
      message: text('單位「{value}」與其他列的寫法不同。', 'The unit "{value}" is spelt differently elsewhere.'),
      why: text('不影響提交，但學生查詢時會看到不同寫法。', 'It does not stop the submission, but students will see both.'),
      fix: text('統一寫法即可。', 'Use one spelling.'),
      source: [], certainty: 'T',
    },
    finding: (index) => ({ file: STUDENTS, sheet: '校內幹部經歷', row: 5 + index, column: '單位名稱', value: index % 2 === 0 ? '三年仁班' : '３年仁班 ', student: null, params: {} }),
  },
];

const NOTHING = { file: null, sheet: null, row: null, column: null, value: null };

/** Samples of one rule as the rule engine would keep them, the first `cap`. */
export function samplesOf(rule: SampleRule, cap: number): Finding[] {
  return Array.from({ length: Math.min(rule.count, cap) }, (_, index) => ({
    rule: rule.id, severity: rule.severity, ...NOTHING, params: {}, student: student(index), record: `4f0c2a9be81d4b7c9c1f0a6db2e35578:0:${index + 3}`, ...rule.finding(index),
  }));
}

/** A school with errors in eight rules; parts can be replaced. */
const FILES: CheckReport['files'] = [
  { file: STUDENTS, system: 'ischool', edition: '108', status: 'imported', sheets: [{ sheet: '學生資料', rowsRead: 1500, imported: 1500, rejected: 0 }, { sheet: '學籍異動', rowsRead: 18, imported: 18, rejected: 0 }, { sheet: '校內幹部經歷', rowsRead: 402, imported: 402, rejected: 0 }] },
  { file: SCORES, system: 'ischool', edition: '108', status: 'imported', sheets: [{ sheet: '學期成績', rowsRead: 24_002, imported: 24_001, rejected: 1 }, { sheet: '重修成績', rowsRead: 309, imported: 309, rejected: 0 }] },
  { file: WORKS, system: 'ischool', edition: '108', status: 'imported', sheets: [{ sheet: '課程學習成果', rowsRead: 5213, imported: 5211, rejected: 2 }] },
  { file: '備份 (舊).xls', system: null, edition: null, status: 'quarantined', sheets: [] },
];

const COUNTS = RULES.map(({ id, severity, count, students, column }) => ({ rule: id, severity, count, students, ...(column ? { columns: [column] } : {}) }));
const CAUSES = causesOf(COUNTS, FILES);

export function sampleReport(changes: Partial<CheckReport> = {}): CheckReport {
  const total = (severity: Severity): number => RULES.filter((rule) => rule.severity === severity).reduce((sum, rule) => sum + rule.count, 0);
  return {
    school: '193301', schoolName: '市立示範高中', term: '114-1', today: '2026-02-10', version: '0.1.0',
    gate: 'shut', holds: [], approval: null, replies: null,
    summary: {
      errors: total('error'), warnings: total('warning'), infos: total('info'), students: 1500,
      records: { courseRecord: 24_310, student: 1500, enrolment: 18, cadre: 402, courseWork: 5211 },
    },
    rules: fixOrder(COUNTS, CAUSES), causes: CAUSES,
    texts: Object.fromEntries(RULES.map((rule) => [rule.id, rule.words])),
    findings: RULES.flatMap((rule) => samplesOf(rule, 100)),
    skipped: [
      { rule: 'consultation/plan-match', reason: text('這學期沒有課程諮詢紀錄。', 'There are no consultation records in this term.') },
      { rule: 'course-plan/credit-sum', reason: text('沒有收到課程計畫。', 'No course plan was taken in.') },
    ],
    changes: {
      since: { number: 4, today: '2026-02-09', errors: 1702, warnings: 49, infos: 4 },
      rules: [{ rule: 'course/code-in-plan', came: 2, went: 61 }, { rule: 'student/id-checksum', came: 1, went: 3 }],
    },
    duties: {
      precheck: { term: '114-1', state: 'errors', on: '2026-02-10', errors: 1641, window: { from: '2026-02-01', to: '2026-02-20' } },
      comparison: { term: '114-1', state: 'clean', due: '2025-09-29', first: '2025-09-12', last: '2025-10-02', differences: 0 },
    },
    points: [[2044, 40], [1990, 44], [1702, 47], [1702, 49], [1641, 50]].map(([errors, warnings], at) => ({ number: at + 1, today: `2026-02-${String(at + 6).padStart(2, '0')}`, errors: errors!, warnings: warnings!, infos: 4 })),
    waivers: [{ rule: 'cadre/unit-spelling', reason: '單位名稱沿用學生會舊名，經學校確認', by: '註冊科督導', expires: '2026-03-31', findings: 4 }],
    files: FILES,
    quarantined: 4,
    assumptions: [
      { id: 'roster-type-score', text: text('成績名冊的名冊別代碼沿用 110 學年度。', 'Roster type codes of score rosters are those of school year 110.'), asOf: '2025-09-01' },
      { id: 'file-size-decimal', text: text('檔案上限 4 MB 以 4,194,304 位元組計。', 'The file limit of 4 MB is taken as 4,194,304 bytes.'), asOf: '2025-09-01' },
    ],
    ...changes,
  };
}

const SCHOOLS: readonly (readonly [string, string, SchoolLine['status'], number, number, number, number, SchoolLine['whoseMove']])[] = [
  ['193301', '市立示範高中', 'shut', 31_441, 3, 1641, 50, 'school'],
  ['193302', '市立範例高中', 'packed', 28_804, 0, 0, 12, 'none'],
  ['193303', '市立樣本女中', 'packed', 30_118, 0, 0, 0, 'none'],
  ['193304', '市立假想高工', 'held', 41_230, 0, 0, 4, 'data-centre'],
  ['193305', '市立虛構高商', 'unchanged', 0, 0, 0, 0, 'none'],
  ['193306', '市立演練高中', 'shut', 12_006, 240, 12, 3, 'vendor'],
  ['193307', '私立測試高中', 'fault', 0, 0, 0, 0, 'operator'],
  ['193308', '私立模擬家商', 'packed', 9_871, 0, 0, 7, 'none'],
  ['19330A', '市立試辦實驗高級中等學校', 'shut', 4_420, 0, 5, 0, 'school'],
  ['193309', '市立抽樣高中', 'imported', 512, 0, 0, 0, 'none'],
  ['193310', '市立對照高中', 'unchanged', 0, 0, 0, 0, 'none'],
];

/** Eleven schools in every status. */
export function sampleDistrict(changes: Partial<DistrictReport> = {}): DistrictReport {
  return {
    run: '2026-02-10-a91f', today: '2026-02-10', version: '0.1.0',
    columns: [{ id: 'first', title: text('先處理', 'To fix first') }, { id: 'due', title: text('下一個期限', 'Next deadline') }],
    schools: SCHOOLS.map(([school, name, status, imported, rejected, errors, warnings, whoseMove]) => ({
      school, name, status, imported, rejected, errors, warnings, whoseMove,
      packages: status === 'packed' ? [`114_1_${school}_學期資料.zip`] : [],
      report: status === 'fault' ? null : `${school}/reports/114-1.html`,
      trend: errors + warnings === 0 ? [] : [9, 4, 6, 1].map((factor, day) => ({ today: `2026-02-0${day + 6}`, errors: errors * factor, warnings })),
      cells: {
        ...(errors > 0 ? { first: { text: text(`出生日期是西元年（${errors} 筆）`, `Birth dates in the Gregorian calendar (${errors})`), order: '出生日期' } } : {}),
        ...(status === 'held' ? { due: { text: text('115-03-06', '2026-03-06'), note: text('提交第 1 梯次', 'First batch'), order: '2026-03-06', tone: 'warning' as const } } : {}),
      },
      note: status === 'fault' ? text('磁碟空間不足，下次執行會從中斷處繼續。', 'The disk was full; the next run goes on from there.') : null,
    })),
    ...changes,
  };
}
