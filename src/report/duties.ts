/** Where a school stands, in one sentence each. */
import type { Bilingual } from '../core/problem.ts';
import type { ComparisonDuty, PrecheckDuty, PrecheckState } from './duties-model.ts';
import { dutyTexts as t } from './texts/duties.ts';
import { same, say } from './words.ts';

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

const PRECHECK: Readonly<Record<PrecheckState, Bilingual>> = { clean: t.precheckClean, errors: t.precheckErrors, changed: t.precheckChanged, never: t.precheckNever };

/** `114-1 預檢檢查於 2025-10-02 無錯誤；國教署預檢期間 2025-10-01 至 2025-10-15`. */
export function precheckSentence({ term, state, on, errors, window }: PrecheckDuty): Bilingual {
  const said = say(PRECHECK[state], { term, day: on ?? '', number: errors });
  return say(window === null ? t.noWindow : t.window, { state: said, from: window?.from ?? '', to: window?.to ?? '' });
}

/** What stands below the state in a narrow column: the term with the day, the number or the day it was due. */
export function comparisonNote({ term, state, due, last, differences }: ComparisonDuty): Bilingual {
  if (state === 'clean' || state === 'changed') return same(`${term} ${last ?? ''}`);
  if (state === 'differences') return say(t.noteDifferences, { term, number: differences });
  return due === null ? same(term) : say(t.noteDue, { term, due });
}

/** The same of a pre-check. */
export function precheckNote({ term, state, on, window }: PrecheckDuty): Bilingual {
  if (state === 'clean' || state === 'changed' || window === null) return same(`${term} ${on ?? ''}`.trim());
  return say(t.noteWindow, { term, to: window.to });
}
