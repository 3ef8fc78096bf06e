/** A severity: shape, word and colour, so that no one of them is needed. */
import type { Severity } from '../../core/problem.ts';
import { SEVERITIES } from '../labels.ts';
import { both } from './bilingual.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

const SHAPES: Readonly<Record<Severity, Markup>> = {
  error: markup`<path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z"/>`,
  warning: markup`<path d="M6 .5 12 11.5H0z"/>`,
  info: markup`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
};

export function chip(severity: Severity): Markup {
  return markup`<span class="chip ${severity}"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="currentColor">${SHAPES[severity]}</svg>${both(SEVERITIES[severity])}</span>`;
}
