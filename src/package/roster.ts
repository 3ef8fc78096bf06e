/** Roster workbooks as the central database takes them: sheet 封面, then the data sheets (RULE-401). */
import { writeXlsx } from '../formats/xlsx/write.ts';
import type { Term } from '../core/term.ts';

/** One data sheet (分頁): header and text cells, in the order they are to stand. */
export interface RosterSheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface RosterCover {
  readonly school: string;
  readonly term: Term;
  /** 名冊別. */
  readonly rosterType: string;
}

const COVER_TITLE = '封面';
const COVER_HEADER = ['學校代碼', '學年度', '學期', '名冊別'];

/** The workbook's bytes; equal input gives equal bytes. */
export function rosterWorkbook(cover: RosterCover, sheets: readonly RosterSheet[]): Promise<Uint8Array> {
  const values = [cover.school, String(cover.term.year), String(cover.term.part), cover.rosterType];
  return writeXlsx({ sheets: [{ title: COVER_TITLE, header: COVER_HEADER, rows: [values] }, ...sheets] });
}
