/** How the school stands with the 預檢: the day its data was without an error, which it has to be able to show. */
import { precheckNote } from '../../../report/duties.ts';
import { PRECHECK_STATES, type PrecheckState } from '../../../report/duties-model.ts';
import type { DistrictCell } from '../../../report/district-column.ts';
import { PRECHECK_DUTIES } from '../../../report/texts/duties.ts';
import { precheckDuty } from '../../check/duty.ts';
import { column } from './column.ts';

const TONES: Readonly<Record<PrecheckState, NonNullable<DistrictCell['tone']>>> = { errors: 'error', changed: 'warning', never: 'muted', clean: 'good' };

export default column({
  id: 'precheck',
  title: { 'zh-TW': '預檢', en: 'Pre-check' },
  cell({ services, store, term }) {
    if (term === null) return null;
    const duty = precheckDuty(services, store, term);
    return { text: PRECHECK_DUTIES[duty.state], note: precheckNote(duty), order: PRECHECK_STATES.indexOf(duty.state), tone: TONES[duty.state] };
  },
});
