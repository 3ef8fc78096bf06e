/** A sheet of a receipt with the mappings by which its rows are understood. */
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { ReceiptSheet } from '../kinds.ts';

export interface SheetPlan {
  readonly sheet: ReceiptSheet;
  /** Mapping that wrote the roster's sheet. */
  readonly mapping: CompiledMapping;
  /** Mappings of any system for the same kind of record: where headers and spellings are looked up. */
  readonly others: readonly CompiledMapping[];
}
