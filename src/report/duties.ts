/** Where a school stands, in one sentence each. */
import type { Bilingual } from '../core/problem.ts';
import type { ComparisonDuty } from './duties-model.ts';
import { dutyTexts as t } from './texts/duties.ts';
import { say } from './words.ts';

/** `114-1 課程代碼比對於 2025-10-02 正確無誤`. */
export function comparisonSentence({ term, state, due, last, differences }: ComparisonDuty): Bilingual {
  const params = { term, day: last ?? '', due: due ?? '', number: differences };
  switch (state) {
    case 'clean': return say(t.comparisonClean, params);
    case 'differences': return say(t.comparisonDifferences, params);
    case 'changed': return say(t.comparisonChanged, params);
    case 'overdue': return say(t.comparisonOverdue, params);
    case 'no-plan': return say(t.noPlan, params);
    case 'never': return say(due === null ? t.comparisonNeverUnknown : t.comparisonNever, params);
  }
}
