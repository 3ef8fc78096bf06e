/** A row of a receipt: its identity, and its cells as text. */
import { canonicalJson } from '../core/canonical-json.ts';
import { sha256 } from '../core/sha256.ts';
import { cellOf } from '../formats/json/table-read.ts';
import type { CellKind } from '../core/table.ts';
import type { ReceiptRow } from './content.ts';

/** What a confirmation is given for: 32 hex characters over the row as the receipt has it, whatever order its keys are in. */
export function rowHash(row: ReceiptRow): string {
  return sha256(canonicalJson(row)).slice(0, 32);
}

export interface RowCell {
  readonly text: string;
  readonly kind: CellKind;
}

/** Cells by key, in the row's order; a nested object or list is its JSON, whole. */
export function rowCells(row: ReceiptRow): ReadonlyMap<string, RowCell> {
  return new Map(Object.entries(row).map(([key, value]) => [key.trim(), cellOf(value)]));
}
