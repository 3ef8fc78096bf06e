/** Which sheet titles a workbook may have (as Excel enforces them). */
import { firstForbidden } from '../xml/characters.ts';
import { xlsxError } from './refuse.ts';

const LONGEST = 31;

/** @throws ProblemError `xlsx/bad-title` */
export function refuseBadTitles(titles: readonly string[]): void {
  const seen = new Set<string>();
  for (const title of titles) {
    const key = title.toLowerCase();
    const bad = title.trim() === '' || title.length > LONGEST || /[:\\/?*[\]]|^'|'$/.test(title) || firstForbidden(title) >= 0 || seen.has(key);
    if (bad) throw xlsxError('xlsx/bad-title', { sheet: title }, { sheet: title });
    seen.add(key);
  }
}
