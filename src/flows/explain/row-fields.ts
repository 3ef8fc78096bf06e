/** Every field of a row's record, and every cell that is in none, with where it is from. */
import { codeList } from '../../core/codes.ts';
import { type CoinedLookup, coinedSpots } from '../../core/coined.ts';
import { FIELDS } from '../../core/fields.ts';
import type { Params } from '../../core/problem.ts';
import type { CellKind, Row } from '../../core/table.ts';
import { bind } from '../../mapping/bind.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import { explainField } from '../../mapping/explain.ts';
import { EXTRA_PREFIX, isTermPart } from '../../mapping/targets.ts';
import type { ExplainedField } from './model.ts';
import { problemWords } from './problem-words.ts';

export interface RowContext {
  readonly school: string;
  /** Terms the file speaks of. */
  readonly terms: readonly string[];
  readonly coined: CoinedLookup;
  /** File, sheet and row, for messages that name them. */
  readonly where: Params;
}

const NO_CELL = { column: null, raw: null, kind: null, transform: null, steps: [], problem: null, codes: null, meaning: null, coined: [], why: null } as const;

function labelOf({ definition }: CompiledMapping, field: string): ExplainedField['label'] {
  const known = FIELDS[definition.record]?.[field];
  return known ? { 'zh-TW': known.zh, en: known.en } : null;
}

function privacyOf({ definition }: CompiledMapping, field: string): ExplainedField['privacy'] {
  if (isTermPart(field)) return 'none';
  return FIELDS[definition.record]?.[field]?.privacy ?? 'text';
}

function meaningOf(codes: string | null, value: unknown): ExplainedField['meaning'] {
  const entry = codes === null || typeof value !== 'string' ? undefined : codeList(codes).entry(value);
  return entry ? { 'zh-TW': entry['zh-TW'], en: entry.en ?? entry['zh-TW'] } : null;
}

const kindAt = (row: Row, index: number): CellKind => (row.kinds?.[index] ?? 's') as CellKind;

/** In the order of the sheet's columns; then what no cell says. */
export function rowFields(mapping: CompiledMapping, header: readonly string[], row: Row, { school, terms, coined, where }: RowContext): ExplainedField[] {
  const bound = bind(mapping, header);
  const text = (index: number): string => row.cells[index] ?? '';
  const cells = bound.columns.toSorted((a, b) => a.index - b.index).flatMap(({ column, index, header: name }): ExplainedField[] => {
    const raw = text(index);
    const told = explainField(mapping, column.to, raw, kindAt(row, index), school);
    if (!told) return [];
    return [{
      field: column.to, label: labelOf(mapping, column.to), origin: 'cell', column: name, raw, kind: kindAt(row, index), transform: told.transform, steps: told.steps,
      value: told.value, privacy: privacyOf(mapping, column.to), problem: told.problem && problemWords(told.problem.code, told.problem.params, { ...where, column: name }),
      codes: told.codes, meaning: meaningOf(told.codes, told.value), coined: coinedSpots(raw, coined), why: null,
    }];
  });
  const kept = bound.extras.filter(({ index }) => text(index) !== '').map(({ index, key }): ExplainedField => ({
    ...NO_CELL, field: `${EXTRA_PREFIX}${key}`, label: null, origin: 'kept', column: key, raw: text(index), kind: kindAt(row, index), value: text(index), privacy: 'text', coined: coinedSpots(text(index), coined),
  }));
  const dropped = (mapping.definition.dropped ?? []).filter(({ header: name }) => header.includes(name)).map(({ header: name, why }): ExplainedField => ({
    ...NO_CELL, field: name, label: null, origin: 'dropped', column: name, raw: text(header.indexOf(name)), kind: kindAt(row, header.indexOf(name)), value: undefined, privacy: 'text', why,
  }));
  const constants = Object.entries(mapping.definition.constants).map(([field, value]): ExplainedField => ({
    ...NO_CELL, field, label: labelOf(mapping, field), origin: 'constant', value, privacy: 'none',
  }));
  const term = mapping.givesTerm ? [] : [{ ...NO_CELL, field: 'term', label: labelOf(mapping, 'term'), origin: 'file' as const, value: terms.join(' '), privacy: 'none' as const }];
  return [...cells, ...kept, ...dropped, ...constants, ...term];
}
