/**
 * Terms as the target reports them. A yearly roster speaks of the whole school year, its cover says 學期 0, and a column says in
 * which term a course was taken; a transfer package says the term itself. Both mean the same.
 */
import type { CanonicalRecord } from '../../core/record.ts';
import { parseTerm, termWithin } from '../../core/term.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { PreparedItem } from './attachments/prepare.ts';

function withTerm({ record, changed, filled }: PreparedItem, term: string, studiedTerm?: number): PreparedItem {
  const fills = studiedTerm !== undefined && record['studiedTerm'] === undefined;
  return {
    record: { ...record, term, ...(fills ? { studiedTerm } : {}) } as CanonicalRecord,
    changed: new Map([...changed, ['term', record.term]]),
    filled: fills ? new Set([...filled, 'studiedTerm']) : filled,
  };
}

/** The item as the sheet's rosters report it; as it is where nothing says the term. */
export function inTargetsTerms(item: PreparedItem, mapping: CompiledMapping | null): PreparedItem {
  const term = parseTerm(item.record.term);
  if (mapping === null || term === null) return item;
  if (mapping.definition.yearly === true) {
    return term.part === 0 ? item : withTerm(item, `${term.year}-0`, mapping.columns.some(({ to }) => to === 'studiedTerm') ? term.part : undefined);
  }
  const within = mapping.givesTerm ? termWithin(item.record.term, item.record['studiedTerm']) : null;
  return within === null ? item : withTerm(item, within);
}
