/** Lines of receipts by what people call them. */
import type { Bilingual, Problem } from '../../core/problem.ts';
import { allLines, lineId, lineNamed, lineTitle, type ReceiptKinds, sheetOfTitle, termOfKind } from '../../receipts/kinds.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import { type LineRecord, lineRecord, lines } from './shelves.ts';

/** A line with its name; of a kind the configuration no longer has, its id. */
export function titleOf(kinds: ReceiptKinds, { line }: Pick<LineRecord, 'line'>): Bilingual {
  const found = allLines(kinds).find(({ kind, batch }) => lineId(kind, batch) === line);
  return found ? lineTitle(found.kind, found.batch) : { 'zh-TW': line, en: line };
}

/** Every name a list of a line may have; of one nobody knows, its own. */
export function titlesOf(kinds: ReceiptKinds, { line, term }: Pick<LineRecord, 'line' | 'term'>, title: string): readonly string[] {
  const named = lineNamed(kinds, line);
  return (named && sheetOfTitle(named.kind, title, Number(term.split('-')[0]))?.titles) ?? [title];
}

/** Lines that have a receipt, in the order of the kinds: of a term with the yearly ones of its year, or of every term. */
export function linesOf(store: SchoolStore, kinds: ReceiptKinds, term: string | null): readonly LineRecord[] {
  const terms = term === null ? [...new Set(lines(store).map((line) => line.term))].sort() : [term];
  const named = allLines(kinds);
  return terms.flatMap((one) => named.flatMap(({ kind, batch }) => {
    const own = term === null ? one : termOfKind(kind, one);
    return lineRecord(store, own, lineId(kind, batch)) ?? [];
  }));
}

/** The line somebody names, or why there is none. */
export function lineCalled(store: SchoolStore, kinds: ReceiptKinds, term: string, name: string): LineRecord | Problem {
  const named = lineNamed(kinds, name);
  const found = named && lineRecord(store, termOfKind(named.kind, term), lineId(named.kind, named.batch));
  return found ?? { code: 'confirmation/no-line', params: { kind: name, term } };
}

/** Lines that a submission has rosters of: those of a batch may be of any term of its year. */
export function linesOfSubmission(store: SchoolStore, kinds: ReceiptKinds, { term, edition }: PastSubmission): readonly LineRecord[] {
  const batch = /-([12])$/.exec(edition)?.[1] ?? '';
  const [year] = term.split('-');
  return lines(store).filter((line) => (line.term === term || (batch !== '' && line.term.split('-')[0] === year)) && (lineNamed(kinds, line.line)?.batch ?? '') === batch);
}
