/** What a cell says, however it is written: `85`, `85.0` and the number 85 are one score. */
import type { CellKind } from '../../core/table.ts';
import type { Column } from '../../mapping/column.ts';
import { Reject } from '../../mapping/transform.ts';

/**
 * A text that is equal for equal values: the value by the first reader that can read the cell, else the cell's own
 * text. A blank cell and the roster's -1 both say that there is nothing.
 */
export function saying(readers: readonly Column[], text: string, kind: CellKind): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  for (const reader of readers) {
    const { value, note } = reader.read(text, kind);
    if (note instanceof Reject) continue;
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? `"${value.replaceAll('\r\n', '\n')}` : String(value);
  }
  return `?${trimmed}`;
}
