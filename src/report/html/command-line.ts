/** A command to be run elsewhere: as text to select, and with a button that copies it where the script runs. */
import { reportTexts as t } from '../texts/report.ts';
import { both } from './bilingual.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

export function commandLine(line: string): Markup {
  return markup`<span class="command"><code>${line}</code><button type="button" class="copy">${both(t.copy)}</button></span>`;
}
