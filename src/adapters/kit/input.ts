/** What becomes of a file of the adapter's author: recognised, counted, and its problems by column, all masked. */
import { maskIdsIn } from '../../core/mask.ts';
import type { Bilingual, Problem, Severity } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { fill } from '../../core/text.ts';
import type { DetectOptions } from '../detect.ts';
import type { Registry } from '../registry.ts';
import { columnPrivacy, maskedParams } from '../privacy.ts';
import { both, same } from './check.ts';
import type { TableOutcome } from './outcome.ts';
import { fileOutcomes } from './subject.ts';

export interface ColumnProblems {
  /** Header text; null for what is about the row or the whole sheet. */
  readonly column: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly fix: Bilingual;
  readonly count: number;
  /** The first rows it stands in. */
  readonly rows: readonly number[];
}

export interface InputTable {
  readonly sheet: string;
  readonly mapping: string | null;
  readonly reason: Bilingual;
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  readonly problems: readonly ColumnProblems[];
}

export interface InputResult {
  readonly file: string;
  readonly system: string | null;
  readonly edition: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly clues: readonly Bilingual[];
  readonly school: string | null;
  readonly term: string | null;
  /** Why the file could not be opened. */
  readonly problem: { readonly code: string; readonly message: Bilingual } | null;
  readonly tables: readonly InputTable[];
}

const ROWS_NAMED = 3;
const RANK: readonly Severity[] = ['error', 'warning', 'info'];

/** A title or header of a file without either may be a student. */
const maskedIn = (text: Bilingual): Bilingual => both(maskIdsIn(text['zh-TW']), maskIdsIn(text.en));

function byColumn({ mapping, rejected, remarks, refused }: TableOutcome): readonly ColumnProblems[] {
  const all = [...(refused ? [refused] : []), ...rejected, ...remarks];
  const groups = Map.groupBy(all, ({ code, column }) => JSON.stringify([column ?? null, code]));
  const lines = [...groups.values()].map((problems): ColumnProblems => {
    const [first] = problems as [Problem];
    const definition = PROBLEMS[first.code];
    const params = maskedParams(first.params, columnPrivacy(mapping?.definition ?? null, first.column));
    const filled = (text: Bilingual | undefined): Bilingual => (text ? both(maskIdsIn(fill(text['zh-TW'], params)), maskIdsIn(fill(text.en, params))) : same(first.code));
    return {
      // In a file without headers a student stands where a header should.
      column: first.column === undefined ? null : maskIdsIn(first.column), code: first.code, severity: definition?.severity ?? 'error', title: filled(definition?.title), fix: filled(definition?.fix),
      count: problems.length, rows: problems.flatMap(({ row }) => row ?? []).slice(0, ROWS_NAMED),
    };
  });
  return lines.sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity) || b.count - a.count);
}

function tableResult(table: TableOutcome): InputTable {
  const { sheet, mapping, reason, rows, records, rejected, refused } = table;
  // A table without a mapping, or one that cannot be read at all, is set aside whole: none of its rows is taken.
  const aside = mapping === null || refused !== null;
  return { sheet: maskIdsIn(sheet), mapping: mapping?.id ?? null, reason: maskedIn(reason), rows: rows.length, imported: aside ? 0 : records.length, rejected: aside ? rows.length : rejected.length, problems: byColumn(table) };
}

function wholeFile({ code, params, file }: Problem): { code: string; message: Bilingual } {
  const text = PROBLEMS[code]?.message ?? same(code);
  const all = { file: file ?? '', ...params };
  return { code, message: both(fill(text['zh-TW'], all), fill(text.en, all)) };
}

/** Tries the adapters on a file of any kind; an archive gives one result for each file in it. `said` is what its owner says of its origin. */
export async function inputResults(path: string, name: string, registry: Registry, said: DetectOptions = {}): Promise<readonly InputResult[]> {
  const outcomes = await fileOutcomes(path, name, registry, said);
  return outcomes.map(({ file, detection, problems, tables }) => ({
    file: maskIdsIn(file),
    system: detection?.system ?? null, edition: detection?.edition ?? null, confidence: detection?.confidence ?? 0, clues: (detection?.clues ?? []).map(maskedIn),
    school: detection?.school ?? null, term: detection?.term ?? null,
    problem: detection === null && problems[0] ? wholeFile(problems[0]) : null,
    tables: tables.map(tableResult),
  }));
}
