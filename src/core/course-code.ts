/** 課程代碼: 23 characters made of segments (RULE-412). The first 16 are the 群科班代碼. */

export interface CourseCode {
  /** ROC year the plan applies to, the student's entry year. */
  readonly entryYear: number;
  readonly school: string;
  /** 課程類型: a letter; no complete table is known. */
  readonly courseType: string;
  /** 群別 */
  readonly group: string;
  /** 科/班/學程別 */
  readonly department: string;
  /** 班群 */
  readonly classGroup: string;
  /** 課程類別 */
  readonly category: string;
  /** 開課方式 */
  readonly openType: string;
  /** 科目屬性 */
  readonly attribute: string;
  /** 領域 */
  readonly domain: string;
  /** 科目名稱代碼 */
  readonly subject: string;
}

/** Where each segment stands: 0-based start and length. */
export const COURSE_CODE_SEGMENTS = {
  entryYear: [0, 3], school: [3, 6], courseType: [9, 1], group: [10, 2], department: [12, 3], classGroup: [15, 1],
  category: [16, 1], openType: [17, 1], attribute: [18, 1], domain: [19, 2], subject: [21, 2],
} as const satisfies Record<keyof CourseCode, readonly [number, number]>;

const FORM = /^\d{3}\d{2}[0-9A-Z]{2}\d{2}[0-9A-Z]{14}$/;

/** A school has few hundred courses and ten thousands of records of them: answers are kept. */
const KEPT = 4096;
const known = new Map<string, CourseCode | null>();

/** The segments of a code; null for a text that is not 23 half-width digits and capitals in the right places. */
export function parseCourseCode(text: string): CourseCode | null {
  let code = known.get(text);
  if (code === undefined) {
    code = parse(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, code);
  }
  return code;
}

function parse(text: string): CourseCode | null {
  if (!FORM.test(text)) return null;
  return {
    entryYear: Number(text.slice(0, 3)),
    school: text.slice(3, 9),
    courseType: text.charAt(9),
    group: text.slice(10, 12),
    department: text.slice(12, 15),
    classGroup: text.charAt(15),
    category: text.charAt(16),
    openType: text.charAt(17),
    attribute: text.charAt(18),
    domain: text.slice(19, 21),
    subject: text.slice(21, 23),
  };
}

/** The 群科班代碼 of a course code: its first 16 characters. */
export function groupCodeOf(courseCode: string): string {
  return courseCode.slice(0, 16);
}
