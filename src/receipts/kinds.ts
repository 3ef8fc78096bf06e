/** What 收訖明細 may hold: dated data of `schemas/receipts/kinds.json`, and finding one's way in it. */
import type { Bilingual } from '../core/problem.ts';

/** Days with what is known of them. */
export interface Days {
  readonly days: number;
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  readonly note: string;
}

/** A list of rows of a receipt, and the roster sheet it answers to. */
export interface ReceiptSheet {
  /** What the list may be called; the first is how it is shown. */
  readonly titles: readonly string[];
  readonly roster: string;
  /** 分頁 of that roster. */
  readonly sheet: string;
  /** ROC school years it is used in, inclusive; null for open. */
  readonly from: number;
  readonly to: number | null;
  /** Canonical fields by which two rows are about the same thing. */
  readonly key: readonly string[];
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  readonly note: string;
}

export interface ReceiptKind {
  readonly id: string;
  /** What the name of the file contains; also the key of the list of students in it. */
  readonly title: string;
  readonly en: string;
  /** Whether its rosters are of a term or of the whole school year. */
  readonly period: 'term' | 'year';
  readonly sheets: readonly ReceiptSheet[];
}

export interface ReceiptKinds {
  readonly asOf: string;
  readonly source: string;
  /** Fewest days of a confirmation window, first and last day included (RULE-313). */
  readonly window: Days;
  /** Days within which an objection is answered (RULE-314). */
  readonly answer: Days;
  /** In the order in which a file's name is searched for their titles. */
  readonly kinds: readonly ReceiptKind[];
}

/** 梯次 of the third grade (RULE-312); empty for rosters without one. */
export type Batch = '' | '1' | '2';

/** Base name without folders and extension, in composed form. */
export function baseName(name: string): string {
  return (name.split(/[/\\!]/).at(-1) ?? name).replace(/\.[^.]*$/, '').normalize('NFC');
}

/** The first kind whose title a file's name contains; null for a file of no known kind. */
export function kindOfFile(kinds: ReceiptKinds, name: string): ReceiptKind | null {
  const base = baseName(name);
  return kinds.kinds.find(({ title }) => base.includes(title)) ?? null;
}

/** The batch a file or roster name speaks of: `第一梯次…`. */
export function batchOfName(name: string): Batch {
  const found = /第([一二12])梯次/.exec(name.normalize('NFKC'))?.[1];
  return found === undefined ? '' : found === '一' || found === '1' ? '1' : '2';
}

/**
 * The batch of a 名冊別, by its group in the list of roster types: `work-day-batch1`.
 * @requirement RULE-312
 */
export function batchOfGroup(group: string | undefined): Batch {
  return (/-batch([12])$/.exec(group ?? '')?.[1] ?? '') as Batch;
}

/** What is confirmed together: one kind of one batch, e.g. `course-work` or `course-work-2`. */
export function lineId(kind: ReceiptKind, batch: Batch): string {
  return batch === '' ? kind.id : `${kind.id}-${batch}`;
}

const batchTitle = (batch: Batch): string => `第${batch === '1' ? '一' : '二'}梯次`;

/** `課程學習成果（第二梯次）`. */
export function lineTitle(kind: ReceiptKind, batch: Batch): Bilingual {
  if (batch === '') return { 'zh-TW': kind.title, en: kind.en };
  return { 'zh-TW': `${kind.title}（${batchTitle(batch)}）`, en: `${kind.en} (batch ${batch})` };
}

export interface Line {
  readonly kind: ReceiptKind;
  readonly batch: Batch;
}

/** Every line there can be, in the order of the kinds. */
export function allLines(kinds: ReceiptKinds): readonly Line[] {
  return kinds.kinds.flatMap((kind) => (['', '1', '2'] as const).map((batch) => ({ kind, batch })));
}

/** The line of an id, or of a title as it is shown or as a file's name has it; null for none. */
export function lineNamed(kinds: ReceiptKinds, text: string): Line | null {
  const wanted = text.normalize('NFC').trim();
  const names = ({ kind, batch }: Line): string[] => [lineId(kind, batch), lineTitle(kind, batch)['zh-TW'], ...(batch === '' ? [] : [`${batchTitle(batch)}${kind.title}`])];
  return allLines(kinds).find((line) => names(line).includes(wanted)) ?? null;
}

/** The sheet a list of a receipt is, in a school year; null for a list nobody knows. */
export function sheetOfTitle(kind: ReceiptKind, title: string, year: number): ReceiptSheet | null {
  return kind.sheets.find((sheet) => sheet.titles.includes(title) && sheet.from <= year && (sheet.to === null || year <= sheet.to)) ?? null;
}

/** The term whose rosters a kind answers to: yearly kinds come with a term's receipt and belong to its whole year. */
export function termOfKind(kind: ReceiptKind, term: string): string {
  return kind.period === 'year' ? term.replace(/-\d$/, '-0') : term;
}
