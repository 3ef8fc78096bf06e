/** The same difference in one course of one class, put together: what a registrar corrects once. */
import type { Bilingual } from '../core/problem.ts';
import type { Difference, DifferenceKind, DifferenceStudent } from './comparison-model.ts';
import { differenceWords } from './texts/differences.ts';
import { same, say } from './words.ts';

export interface DifferenceGroup {
  /** The first of them, which speaks for all. */
  readonly one: Difference;
  readonly count: number;
  readonly students: readonly DifferenceStudent[];
}

/** In the order in which they first occur. */
export function grouped(differences: readonly Difference[]): DifferenceGroup[] {
  const groups = Map.groupBy(differences, ({ kind, reason, origin, division, grade, class: name, courseCode, subject, ours, plan }) =>
    JSON.stringify([kind, reason, origin, division, grade, name, courseCode, subject, ours, plan]));
  return [...groups.values()].map((all) => ({ one: all[0]!, count: all.length, students: all.flatMap(({ student }) => student ?? []) }));
}

export interface KindLine {
  readonly kind: DifferenceKind;
  readonly count: number;
  /** Students among them, each once; 0 for kinds that concern no single student. */
  readonly students: number;
}

/** One student once, by everything that is shown of one: masked ids alone may be shared. */
export function studentsAmong(differences: readonly Difference[]): number {
  return new Set(differences.flatMap(({ student, class: name }) => (student ? [JSON.stringify([student, name])] : []))).size;
}

/** Kinds in their order, with exact counts. */
export function kindLines(differences: readonly Difference[]): KindLine[] {
  return [...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, all]) => ({ kind, count: all.length, students: studentsAmong(all) }));
}

const ALL: Bilingual = { 'zh-TW': '全體學生', en: 'all students' };

/** `101` with its division where that is not the ordinary one; all students where no class is known. */
export function classLabel({ class: name, grade }: Difference): Bilingual {
  if (name !== null) return same(name);
  return grade === null ? ALL : { 'zh-TW': `${grade} 年級`, en: `grade ${grade}` };
}

function params(difference: Difference, clip: (text: string) => string): Record<string, string | Bilingual> {
  const text = (value: string | null): string => (value === null || value === '' ? '–' : clip(value));
  const { subject, courseCode, ours, plan } = difference;
  const name = classLabel(difference);
  return { subject: text(subject), code: text(courseCode), ours: text(ours), plan: text(plan), class: { 'zh-TW': clip(name['zh-TW']), en: clip(name.en) } };
}

/** What differs, in one sentence. @param clip what is done to texts from the school's files before they are shown */
export function differenceMessage(difference: Difference, clip: (text: string) => string = (text) => text): Bilingual {
  return say(differenceWords(difference.kind, difference.reason).says, params(difference, clip));
}

/** What to do about it. */
export function differenceFix({ kind, reason }: Difference): Bilingual {
  return differenceWords(kind, reason).fix;
}
