/** What category, attribute and domain of a course say in the words schools use (RULE-415), and how two of them differ. */
import { codeList } from '../../../core/codes.ts';
import type { CourseCode } from '../../../core/course-code.ts';
import type { PlanRow } from '../../../core/filed-plan.ts';
import type { Gap } from './model.ts';

/** 部定 or 校訂, by 課程類別. */
export function governingOf(category: string): string {
  return category === '1' ? '部定' : '校訂';
}

/** 必修 or 選修, by 課程類別. */
export function requiredOf(category: string): string {
  return category === '1' || category === '2' ? '必修' : '選修';
}

/** `5 多元選修`: a code with its word. */
export function worded(list: string, code: string): string {
  const label = codeList(list).label(code, 'zh-TW');
  return label === code ? code : `${code} ${label}`;
}

const gap = (kind: Gap['kind'], reason: Gap['reason'], ours: string, plan: string): Gap => ({ kind, reason, ours, plan });

/** 課程類別: who set the course and whether it is required; where both are equal, the category itself. */
export function categoryGaps(ours: string, plan: string): Gap[] {
  if (ours === plan) return [];
  const gaps: Gap[] = [];
  if (governingOf(ours) !== governingOf(plan)) gaps.push(gap('GOVERNING', 'differs', governingOf(ours), governingOf(plan)));
  if (requiredOf(ours) !== requiredOf(plan)) gaps.push(gap('REQUIRED_ELECTIVE', 'differs', requiredOf(ours), requiredOf(plan)));
  return gaps.length > 0 ? gaps : [gap('CATEGORY', 'course-category', worded('course-category', ours), worded('course-category', plan))];
}

/** 科目屬性, which decides 分項類別. */
export function attributeGaps(ours: string, plan: string): Gap[] {
  return ours === plan ? [] : [gap('CATEGORY', 'subject-attribute', worded('subject-attribute', ours), worded('subject-attribute', plan))];
}

/** 領域. */
export function domainGaps(ours: string, plan: string): Gap[] {
  return ours === plan ? [] : [gap('DOMAIN', 'differs', worded('domain', ours), worded('domain', plan))];
}

/** Where a code that is in no plan differs from that of the row with its name, within one group. */
export function codeGaps(ours: CourseCode, { parts }: PlanRow): Gap[] {
  return [
    ...categoryGaps(ours.category, parts.category),
    ...attributeGaps(ours.attribute, parts.attribute),
    ...domainGaps(ours.domain, parts.domain),
    ...(ours.openType === parts.openType ? [] : [gap('OPEN_TYPE', 'differs', worded('open-type', ours.openType), worded('open-type', parts.openType))]),
    ...(ours.subject === parts.subject ? [] : [gap('NAME_OR_LEVEL', 'subject-code', ours.subject, parts.subject)]),
  ];
}

/** One of each kind: two columns that say the same thing differ once. */
export function oncePerKind(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.toReversed().map((one) => [one.kind, one])).values()].toReversed();
}
