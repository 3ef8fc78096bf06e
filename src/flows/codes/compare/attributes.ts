/** How category, attribute and domain of two courses differ, in the words schools use (RULE-415). */
import type { CourseCode } from '../../../core/course-code.ts';
import type { PlanRow } from '../../../core/filed-plan.ts';
import { governingOf, requiredOf, worded } from '../../../core/plan-words.ts';
import type { Gap } from './model.ts';

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
