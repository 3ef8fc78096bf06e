/** How the school stands with the course-code comparison (RULE-308): a clean one with its day, since a school has to be able to show it. */
import { comparisonNote } from '../../../report/duties.ts';
import { COMPARISON_STATES, type ComparisonState } from '../../../report/duties-model.ts';
import type { DistrictCell } from '../../../report/district-column.ts';
import { COMPARISON_DUTIES } from '../../../report/texts/duties.ts';
import { column } from './column.ts';

const TONES: Readonly<Record<ComparisonState, NonNullable<DistrictCell['tone']>>> = { overdue: 'error', differences: 'error', changed: 'warning', never: 'muted', 'no-plan': 'muted', clean: 'good' };

export default column({
  id: 'codes',
  title: { 'zh-TW': '課程代碼比對', en: 'Course codes' },
  cell: ({ comparison }) => (comparison === null ? null : {
    text: COMPARISON_DUTIES[comparison.state], note: comparisonNote(comparison),
    order: COMPARISON_STATES.indexOf(comparison.state), tone: TONES[comparison.state],
  }),
});
