/**
 * A school's own rows with what was found in them: one sheet a sheet of its files, in its own columns and words, with
 * the findings and what to do in front. It holds personal data unmasked and is for the school alone.
 */
import type { Severity } from '../core/problem.ts';
import type { Lang } from '../core/text.ts';
import { holdable } from '../formats/xlsx/holdable.ts';
import { type SheetContent, streamXlsx, type WriteCell } from '../formats/xlsx/write.ts';
import { causeHeadline } from './cause-words.ts';
import { SEVERITIES } from './labels.ts';
import { fixOf } from './message.ts';
import type { CheckReport } from './model.ts';
import { sheetTitles } from './sheet-titles.ts';
import { workbookTexts as t } from './texts/workbook.ts';
import { say } from './words.ts';

/** What was found in one row, in words. */
export interface RowNote {
  readonly severity: Severity;
  /** Header text of the column it is about; null where it is about the row. */
  readonly column: string | null;
  readonly message: string;
  readonly fix: string;
}

/** A row as it stands in the school's file. */
export interface NotedRow {
  /** 1-based spreadsheet row. */
  readonly row: number;
  readonly cells: readonly string[];
  /** False for a row that became no record. */
  readonly imported: boolean;
  /** At least one. */
  readonly notes: readonly RowNote[];
}

export interface NotedTable {
  /** What a row of the table is explained by, with its number behind: `<input>:<table>`. */
  readonly reference: string;
  readonly file: string;
  readonly sheet: string;
  readonly header: readonly string[];
  /** Only rows with notes; read once. */
  readonly rows: AsyncIterable<NotedRow>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const SUMMARY_WIDTHS = [8, 44, 10, 10, 60, 60, 30];
const LEAD_WIDTHS = [7, 8, 10, 48, 48];
/** Row, level, and whether it was imported stay in view. */
const FROZEN = 3;

/** One text for each thing said; what is said twice of a row is said once. */
function lines(texts: readonly string[]): string {
  const all = [...new Set(texts)];
  return holdable(all.length === 1 ? all[0]! : all.map((text, at) => `${at + 1}. ${text}`).join('\n'));
}

/** Marks the cells that findings are about by the worst of them. */
function marked({ cells, notes }: NotedRow, header: readonly string[]): WriteCell[] {
  const worst = new Map<number, Severity>();
  for (const { column, severity } of notes) {
    const at = column === null ? -1 : header.indexOf(column);
    const known = worst.get(at);
    if (at >= 0 && (known === undefined || RANK[severity] < RANK[known])) worst.set(at, severity);
  }
  return Array.from({ length: Math.max(cells.length, header.length) }, (_, at) => {
    const text = holdable(cells[at] ?? '');
    const severity = worst.get(at);
    return severity === undefined ? text : { text, look: severity };
  });
}

function rowCells(row: NotedRow, header: readonly string[], lang: Lang): WriteCell[] {
  const { notes, imported } = row;
  const severity = notes.map((note) => note.severity).sort((a, b) => RANK[a] - RANK[b])[0]!;
  const messages = notes.map(({ column, message }) => (column === null ? message : say(t.inColumn, { column, message })[lang]));
  return [
    String(row.row), { text: SEVERITIES[severity][lang], look: severity }, (imported ? t.imported : t.rejected)[lang],
    { text: lines(messages), look: 'note' }, { text: lines(notes.map(({ fix }) => fix)), look: 'note' }, ...marked(row, header),
  ];
}

async function* tableRows({ header, rows }: NotedTable, lang: Lang): AsyncGenerator<WriteCell[]> {
  for await (const row of rows) yield rowCells(row, header, lang);
}

function tableSheet(table: NotedTable, title: string, lang: Lang): SheetContent {
  const lead = t.lead.map((text) => text[lang]);
  return { title, header: [...lead, ...table.header.map(holdable)], rows: tableRows(table, lang), look: { frozen: FROZEN, widths: LEAD_WIDTHS } };
}

/** Every rule in the order of what to fix first, with exact counts, and where its rows are. */
function summarySheet(report: CheckReport, lang: Lang): SheetContent {
  const rows = report.rules.map(({ rule, severity, count, students }, at): WriteCell[] => {
    const text = report.texts[rule];
    // Advice may name what a finding is about.
    const sample = report.findings.find((finding) => finding.rule === rule && finding.severity === severity);
    const cause = report.causes.find(({ rules }) => rules.some((one) => one.rule === rule && one.severity === severity));
    return [
      String(at + 1), { text: holdable(text?.title[lang] ?? rule), look: 'note' }, { text: SEVERITIES[severity][lang], look: severity }, String(count),
      { text: holdable(cause ? causeHeadline(cause)[lang] : text?.why[lang] ?? ''), look: 'note' }, { text: holdable(sample ? fixOf(sample, report.texts)[lang] : text?.fix[lang] ?? ''), look: 'note' },
      students > 0 ? say(t.students, { students })[lang] : '',
    ];
  });
  return { title: t.summary[lang], header: t.summaryHeader.map((text) => text[lang]), rows, look: { widths: SUMMARY_WIDTHS } };
}

/** Which sheet of the workbook holds which of the school's, and by which command its rows are explained. */
function contentsSheet(school: string, tables: readonly NotedTable[], titles: readonly string[], lang: Lang): SheetContent {
  const rows = tables.map(({ file, sheet, reference }, at) => [titles[at]!, holdable(file), holdable(sheet), `licheng explain ${reference}:${t.lead[0][lang]} --school ${school}`]);
  return { title: t.contents[lang], header: t.contentsHeader.map((text) => text[lang]), rows, look: { widths: [34, 60, 34, 90] } };
}

/**
 * The workbook's bytes, row by row as the tables yield them: memory is flat.
 *
 * @param beyond findings that there is no room for, which the contents say
 */
export function checkWorkbook(report: CheckReport, tables: readonly NotedTable[], lang: Lang, beyond: number): AsyncGenerator<Uint8Array> {
  const own = [t.summary[lang], t.contents[lang]];
  const titles = sheetTitles(tables.map(({ sheet }) => sheet), own);
  const contents = contentsSheet(report.school, tables, titles, lang);
  const note: WriteCell[][] = beyond > 0 ? [[say(t.beyond, { findings: beyond })[lang]]] : [];
  return streamXlsx({ sheets: [
    summarySheet(report, lang), ...tables.map((table, at) => tableSheet(table, titles[at]!, lang)),
    { ...contents, rows: [...contents.rows as readonly WriteCell[][], ...note] },
  ] });
}
