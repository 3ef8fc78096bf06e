/** Files that must not be read at all: of no known system, of another school, of no term. */
import type { Detection } from '../../adapters/detect.ts';
import type { Place, Problem } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { OpenFile } from '../../core/table.ts';
import { termOf } from '../../core/term.ts';

const COVER = '封面';

/** What the file is to be read as. */
export interface ExpectedFile {
  readonly name: string;
  readonly school: string;
  /** Of cover, name or the one asked for; null when nothing says it. */
  readonly term: string | null;
}

/** Why the file as a whole must not be read; null when it may be. */
export function refusal(file: OpenFile, detection: Detection, { name, school, term }: ExpectedFile): Problem | null {
  if (file.document === 'receipt') return { code: 'intake/receipt', params: { file: name } };
  if (!detection.adapter) {
    const own = detection.problems.find((problem) => problem.column !== undefined) ?? detection.problems[0];
    return own ?? { code: 'intake/unrecognised', params: { file: name, detail: detection.clues.map((clue) => clue['zh-TW']).join(''), detailEn: detection.clues.map(({ en }) => en).join(' ') } };
  }
  const unknownEdition = detection.problems.find(({ code }) => PROBLEMS[code]?.effect === 'file');
  if (unknownEdition) return { ...unknownEdition, ...(file.cover?.['學年度'] === undefined ? {} : { sheet: COVER, row: 2, column: '學年度' }) };
  const badCover = file.problems.find(({ code }) => PROBLEMS[code]?.effect === 'file');
  if (badCover) return { row: 2, ...badCover };
  const { 學校代碼: code = '', 學年度: year, 學期: part } = file.cover ?? {};
  const onCover = (column: string): Place => ({ sheet: COVER, row: 2, column });
  const found = detection.school ?? code.trim();
  if (found !== '' && found !== school) {
    return { code: 'intake/wrong-school', ...(code === '' ? {} : onCover('學校代碼')), params: { file: name, found, school } };
  }
  // A name that says a term does not make up for a cover that says none.
  if ((year !== undefined || part !== undefined) && termOf(year ?? '', part ?? '') === null) {
    return { code: 'intake/bad-term', ...onCover(termOf(year ?? '', '1') === null ? '學年度' : '學期'), params: { file: name, year: year ?? '', part: part ?? '' } };
  }
  if (term === null && detection.tables.some((match) => match.mapping && !match.mapping.givesTerm)) {
    return { code: 'intake/no-term', params: { file: name } };
  }
  return null;
}
