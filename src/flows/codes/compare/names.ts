/** Comparing subject names: as they are written, as they are meant, and without their level. */

/** 科目級別 at the end of a name: Roman numerals, as vendors write them, or a figure. */
const LEVEL = /(?:[IVX]{1,4}|\d{1,2})$/;

/** What two spellings of one name have in common: width, blanks and case do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/** The same without a level; a name that is nothing but a level stays. */
export function nameWithoutLevel(name: string): string {
  const key = nameKey(name);
  return key.replace(LEVEL, '') || key;
}

/** How two names of one course differ; null when they do not. A name is reported exactly as the plan has it (RULE-416). */
export function nameGap(ours: string, plan: string): 'name' | 'level' | null {
  if (ours.trim() === plan.trim()) return null;
  return nameKey(ours) !== nameKey(plan) && nameWithoutLevel(ours) === nameWithoutLevel(plan) ? 'level' : 'name';
}
