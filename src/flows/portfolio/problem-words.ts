/** Problems of packages in words, with nothing personal in clear. */
import { basename } from 'node:path';
import { maskIdsIn } from '../../core/mask.ts';
import type { Problem, Severity } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { type Lang, textIn } from '../../core/text.ts';

export interface ProblemWords {
  readonly problem: string;
  readonly severity: Severity;
  readonly row: number | null;
  readonly message: string;
  readonly fix: string;
}

/** Paths in packages begin with ids, and file names of people are often about them: ids are masked everywhere. */
export function problemWords({ code, params, file, sheet, row, value }: Problem, lang: Lang): ProblemWords {
  const definition = PROBLEMS[code];
  const all = { file: file === undefined ? '' : basename(file), sheet: sheet ?? '', row: row ?? '', value: value ?? '', ...params };
  const masked = Object.fromEntries(Object.entries(all).map(([key, one]) => [key, typeof one === 'string' ? maskIdsIn(one) : one]));
  return {
    problem: code, severity: definition?.severity ?? 'error', row: row ?? null,
    message: definition ? maskIdsIn(textIn(lang, definition.message, masked)) : code, fix: definition ? textIn(lang, definition.fix, masked) : '',
  };
}
