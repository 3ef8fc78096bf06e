/** The shape of `expected.json`: what a fixture's files are recognised as and become. */
import type { Problem } from '../../core/problem.ts';
import type { FileOutcome } from './outcome.ts';

const place = ({ row, code, column }: Problem): object => (column === undefined ? { row: row ?? 0, code } : { row: row ?? 0, code, column });

/** The outcome of a case as plain data; problems by place and code, so that their wording may improve. */
export function golden(files: readonly FileOutcome[]): unknown {
  const plain = files.map(({ file, detection, tables, problems }) => ({
    file,
    system: detection?.system ?? null, edition: detection?.edition ?? null, rosterType: detection?.rosterType ?? null,
    term: detection?.term ?? null, school: detection?.school ?? null,
    ...(detection === null ? { problems: problems.map(({ code }) => code) } : {}),
    tables: tables.map(({ sheet, mapping, rows, records, rejected, remarks, refused }) => ({
      sheet, mapping: mapping?.id ?? null, rows: rows.length, records, rejected: rejected.map(place), remarks: remarks.map(place),
      ...(refused ? { refused: refused.code } : {}),
    })),
  }));
  return JSON.parse(JSON.stringify(plain)) as unknown;
}

/** As it is written to `expected.json`. */
export function goldenText(files: readonly FileOutcome[]): string {
  return `${JSON.stringify(golden(files), null, 1)}\n`;
}
