/** A school's status: shape, word and colour. */
import { STATUSES } from '../../labels.ts';
import type { SchoolStatus } from '../../model.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';

/** Colour class of a status. */
export const TONES: Readonly<Record<SchoolStatus, string>> = { fault: 'fault', shut: 'error', held: 'warning', packed: 'good', imported: 'info', unchanged: 'muted' };

const SHAPES: Readonly<Record<SchoolStatus, Markup>> = {
  fault: markup`<path d="M1.5 1.5l9 9M10.5 1.5l-9 9" stroke="currentColor" stroke-width="2.6"/>`,
  shut: markup`<path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z"/>`,
  held: markup`<path d="M1.5 1h3.2v10H1.5zM7.3 1h3.2v10H7.3z"/>`,
  packed: markup`<path d="M1.3 6.4l3.3 3.3 6.1-7" fill="none" stroke="currentColor" stroke-width="2.2"/>`,
  imported: markup`<path d="M4.8 0h2.4v4.4h2.6L6 8.6 2.2 4.4h2.6zM1 9.8h10V12H1z"/>`,
  unchanged: markup`<path d="M1 3h10v2H1zM1 7.2h10v2H1z"/>`,
};

export function statusChip(status: SchoolStatus): Markup {
  return markup`<span class="chip ${TONES[status]}"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="currentColor">${SHAPES[status]}</svg>${both(STATUSES[status])}</span>`;
}
