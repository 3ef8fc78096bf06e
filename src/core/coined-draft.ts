/** From what somebody wrote about a cell to an entry of the table, or what is wrong with it. */
import { codePointLabel } from './characters.ts';
import type { CoinedEntry } from './coined.ts';
import { cellCodePoint } from './private-use.ts';
import type { Problem } from './problem.ts';
import { isoToRoc, rocToIso } from './roc-date.ts';

/** An entry as written; a blank text is the same as none. */
export interface CoinedDraft {
  readonly cell: string;
  readonly cns?: string;
  /** `U+5803`, `5803`, or the character itself. */
  readonly unicode?: string;
  /** SHA-256 of a picture that is kept already. */
  readonly glyph?: string;
  readonly note?: string;
  readonly verifiedBy?: string;
  /** ISO or ROC date. */
  readonly date?: string;
}

const NOTE = 500;
const NAME = 100;

/** @param today ISO date after which nothing can have been verified */
export function coinedEntry(draft: CoinedDraft, today: string): CoinedEntry | Problem {
  const written = (text: string | undefined): string => text?.trim() ?? '';
  const cell = written(draft.cell).toUpperCase().replace(/^0X/, '');
  if (cellCodePoint(cell) === null) return { code: 'coined/bad-cell', params: {}, value: written(draft.cell) };
  const cns = cnsCode(written(draft.cns));
  if (cns === null) return { code: 'coined/bad-cns', params: {}, value: written(draft.cns) };
  const unicode = realCodePoint(written(draft.unicode));
  if (unicode === null) return { code: 'coined/bad-unicode', params: {}, value: written(draft.unicode) };
  const glyph = written(draft.glyph);
  if (cns === '' && unicode === '' && glyph === '') return { code: 'coined/no-meaning', params: { cell } };
  const verifiedBy = written(draft.verifiedBy);
  if (verifiedBy === '' || verifiedBy.length > NAME) return { code: 'coined/not-verified', params: { cell } };
  const date = rocToIso(written(draft.date)) ?? written(draft.date);
  if (isoToRoc(date) === null || date > today) return { code: 'coined/bad-date', params: {}, value: written(draft.date) };
  const note = written(draft.note);
  if (note.length > NOTE) return { code: 'coined/bad-note', params: { cell } };
  return {
    cell, ...(cns && { cns }), ...(unicode && { unicode }), ...(glyph && { glyph }), ...(note && { note }), verifiedBy, date,
  };
}

/** `3-2144`; empty for nothing written, null for anything that is no code (RULE-612: 94 × 94 a plane). */
export function cnsCode(text: string): string | null {
  if (text === '') return '';
  const code = /^0?([1-9]\d?)-([2-7][0-9A-F])([2-7][0-9A-F])$/.exec(text.toUpperCase());
  if (!code || ![code[2]!, code[3]!].every((byte) => byte > '20' && byte < '7F')) return null;
  return `${code[1]}-${code[2]}${code[3]}`;
}

/** `U+5803`; empty for nothing written, null for what is no character by itself. */
function realCodePoint(text: string): string | null {
  if (text === '') return '';
  const hex = /^(?:U\+|0X)?([0-9A-F]{4,6})$/.exec(text.toUpperCase())?.[1];
  const single = [...text].length === 1 ? text.codePointAt(0) : undefined;
  const codePoint = hex === undefined ? single : Number.parseInt(hex, 16);
  if (codePoint === undefined || codePoint < 0x80 || codePoint > 0x10ffff) return null;
  // Private use, surrogates, controls, format characters, unassigned code points and blanks stand for no character.
  return /[\p{Co}\p{Cs}\p{Cc}\p{Cf}\p{Cn}\p{Z}\uFFFD]/u.test(String.fromCodePoint(codePoint)) ? null : codePointLabel(codePoint);
}
