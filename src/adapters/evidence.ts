/** What is known of a file besides its tables: from its cover and its name. */
import type { OpenFile } from '../core/table.ts';
import { parseTerm, termOf } from '../core/term.ts';
import { plainSchoolCode } from '../mapping/school-code-form.ts';
import { type FileName, parseFileName } from './file-name.ts';
import type { CoverDialect } from './sdk.ts';

export interface Evidence {
  readonly name: FileName;
  readonly term: string | null;
  readonly school: string | null;
  readonly rosterType: string | null;
  /** ROC school year. */
  readonly year: number | null;
  /** True when the file holds one table, so that its name is the table's title. */
  readonly single: boolean;
}

/** Cover and file name agree or one is silent; the cover wins, as it travels with the data. */
export function evidenceOf(file: OpenFile, { headers = {}, schoolCode = {} }: CoverDialect = {}): Evidence {
  const name = parseFileName(file.file, schoolCode);
  const { cover } = file;
  const said = (header: string): string => {
    const found = [header, ...(headers[header] ?? [])].find((text) => cover !== undefined && Object.hasOwn(cover, text));
    return found === undefined ? '' : (cover?.[found] ?? '').trim();
  };
  const code = plainSchoolCode(said('學校代碼').toUpperCase(), schoolCode);
  const school = /^[1-9]\d{4}$/.test(code) ? `0${code}` : code;
  const term = cover ? termOf(said('學年度'), said('學期')) : null;
  const rosterType = said('名冊別');
  return {
    name,
    term: term ?? name.term,
    school: /^[0-9A-Z]{6}$/.test(school) ? school : name.school,
    rosterType: rosterType !== '' ? rosterType : name.rosterType,
    year: parseTerm(term ?? name.term ?? '')?.year ?? null,
    single: file.format === 'csv',
  };
}
