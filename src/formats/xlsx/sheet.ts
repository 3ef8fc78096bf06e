/** Streaming the rows of one sheet part. */
import type { Row } from '../../core/table.ts';
import type { ZipEntry } from '../zip/archive.ts';
import type { Attributes } from '../xml/sax.ts';
import type { CellContext, StoredCell } from './cell.ts';
import type { XlsxLimits } from './limits.ts';
import { columnOf } from './reference.ts';
import { fromXml, xlsxError } from './refuse.ts';
import { sheetFeed } from './sheet-feed.ts';
import { RowBuilder, type RowPlace } from './sheet-row.ts';

/**
 * Rows that hold anything, in order, in batches of at least `batch` rows (the last one less). Rows and cells without
 * reference (`r`) follow the one before them, as the format allows.
 *
 * @throws ProblemError `xlsx/damaged`, `xlsx/unsafe-xml`, `xlsx/too-large`, and of the `zip` area; also at the very end,
 *   when the part's checksum turns out wrong
 */
export async function* sheetRows(part: ZipEntry, place: RowPlace, context: CellContext, limits: XlsxLimits, batch: number): AsyncGenerator<readonly Row[]> {
  const { file } = place;
  const rows: Row[] = [];
  const builder = new RowBuilder(place, context);
  let row = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value: string | undefined;
  let hasFormula = false;
  let inCell = false;
  let collecting = false;
  let phonetic = 0;
  const damaged = (detail: string) => xlsxError('xlsx/damaged', { file, sheet: place.sheet, row }, { part: part.name, detail });

  function startRow(stated: string | undefined): void {
    const next = stated === undefined ? row + 1 : Number(stated);
    if (!Number.isInteger(next) || next <= row) throw damaged('row order');
    if (next > limits.rows) throw xlsxError('xlsx/too-large', { file, sheet: place.sheet }, { what: '列 / rows', limit: limits.rows });
    row = next;
    column = -1;
    builder.start(row);
  }

  function moveTo(reference: string | undefined): void {
    column = reference === undefined ? column + 1 : columnOf(reference);
    if (column < 0) throw damaged('cell reference');
  }

  function startCell(attributes: Attributes): void {
    moveTo(attributes['r']);
    type = attributes['t'] ?? 'n';
    style = attributes['s'] === undefined ? 0 : Number(attributes['s']);
    value = undefined;
    hasFormula = false;
    inCell = true;
  }

  function add(cell: StoredCell): void {
    if (cell.value === undefined && !cell.hasFormula) return;
    if (builder.add(column, cell) && column >= limits.columns) {
      throw xlsxError('xlsx/too-large', { file, sheet: place.sheet, row }, { what: '欄 / columns', limit: limits.columns });
    }
  }

  function finishRow(): void {
    const finished = builder.finish();
    if (finished) rows.push(finished);
  }

  const feed = sheetFeed({
    row({ number, cells }) {
      startRow(number);
      for (const cell of cells) {
        moveTo(cell.reference);
        add(cell);
      }
      finishRow();
    },
    open(name, attributes) {
      if (name === 'c') startCell(attributes);
      else if (name === 'row') startRow(attributes['r']);
      else if (!inCell) return;
      else if (name === 'v' || (name === 't' && phonetic === 0)) {
        collecting = true;
        value ??= '';
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') phonetic++;
    },
    text(text) {
      if (collecting) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') {
        inCell = false;
        if (row === 0) throw damaged('cell outside a row');
        add({ type, style, value, hasFormula });
      } else if (name === 'rPh') phonetic--;
      else if (name === 'row') finishRow();
    },
  });

  try {
    for await (const bytes of part.stream()) {
      feed.write(bytes);
      if (rows.length >= batch) yield rows.splice(0);
    }
    feed.end();
  } catch (error) {
    throw fromXml(error, file, part.name);
  }
  if (rows.length > 0) yield rows;
}
