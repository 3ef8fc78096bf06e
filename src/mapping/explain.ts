/** How a cell came to its value: raw text, step by step. */
import type { Bilingual, Params } from '../core/problem.ts';
import type { CellKind } from '../core/table.ts';
import type { CompiledMapping } from './compile.ts';
import { OWN_SCHOOL } from './targets.ts';
import { Reject, type Value } from './transform.ts';

export interface ExplainStep {
  readonly what: Bilingual;
  /** Text after the step; null for the step that refused it. */
  readonly text: string | null;
}

export interface Explanation {
  readonly field: string;
  /** Headers the column may have; the first is the one written. */
  readonly headers: readonly string[];
  readonly transform: string;
  readonly doc: Bilingual;
  /** Code list the value should be in. */
  readonly codes: string | null;
  readonly raw: string;
  readonly steps: readonly ExplainStep[];
  /** Undefined for a blank cell or one that was rejected. */
  readonly value: Value | undefined;
  /** Problem code and parameters, where the cell was rejected or remarked upon. */
  readonly problem: { readonly code: string; readonly params: Params } | null;
  /** What the value is written as. */
  readonly printed: string | null;
}

const TRIMMED: Bilingual = { 'zh-TW': '去掉前後空白', en: 'blanks around it removed' };
const DEFAULTED: Bilingual = { 'zh-TW': '空白，改用預設值', en: 'blank, so the default is used' };
const PLACEHOLDER: Bilingual = { 'zh-TW': '這個系統以此表示沒有資料，視為空白', en: 'what this system writes where it has nothing: as good as blank' };
const REQUIRED: Bilingual = { 'zh-TW': '空白；這一格沒有就不知道是誰的資料', en: 'blank: without it nobody knows whose row it is' };
const BLANK: Bilingual = { 'zh-TW': '空白，視為沒有這個欄位', en: 'blank, so the field is absent' };

/**
 * Recomputes one cell from its text.
 *
 * @param school the file was read for; a column that says another is refused
 * @returns null when the mapping does not fill the field from a column
 */
export function explainField(mapping: CompiledMapping, field: string, raw: string, kind: CellKind = 's', school: string | null = null): Explanation | null {
  const found = mapping.columns.find((candidate) => candidate.to === field);
  if (!found) return null;
  const column = field === OWN_SCHOOL && school !== null ? found.ofSchool(school) : found;
  const { definition, transform } = column;
  const base = {
    field, headers: definition.headers, transform: transform.name, doc: transform.doc, codes: definition.codes ?? null, raw,
  };
  const steps: ExplainStep[] = [];
  let text = raw.trim();
  if (text !== raw) steps.push({ what: TRIMMED, text });
  if (text === '' && definition.default === undefined) {
    const problem = definition.nonBlank ? { code: 'mapping/blank-key', params: { column: definition.headers[0] ?? '' } } : null;
    return { ...base, steps: [...steps, problem ? { what: REQUIRED, text: null } : { what: BLANK, text }], value: undefined, problem, printed: null };
  }
  if (text === '') {
    text = definition.default ?? '';
    steps.push({ what: DEFAULTED, text });
  }
  if (definition.absent?.includes(text)) steps.push({ what: PLACEHOLDER, text: definition.default ?? '' });
  const { value, note } = column.read(text, kind);
  const problem = note === null ? null : { code: note.code, params: note.params };
  if (note instanceof Reject) return { ...base, steps: [...steps, { what: transform.doc, text: null }], value: undefined, problem, printed: null };
  if (value === undefined) return { ...base, steps, value: undefined, problem, printed: null };
  const printed = column.print(value);
  steps.push({ what: transform.doc, text: value === null ? 'null' : String(value) });
  return { ...base, steps, value, problem, printed };
}
