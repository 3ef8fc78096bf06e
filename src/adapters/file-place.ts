/** Where the rows of a sheet stand in files that are built otherwise than as tables: JSON and XML. */
import type { Row } from '../core/table.ts';
import { jsonPlace } from '../formats/json/carried.ts';
import { xmlPlace } from '../formats/xml/carried.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { printedHeader } from '../mapping/invert.ts';
import type { Manifest } from './sdk.ts';
import type { WriteFormat } from './write-files.ts';

export interface FilePlace {
  /** Headers that say whose a row is, where one row can stand for each key; null where any number can. */
  readonly oneFor: readonly string[] | null;
  /** The cells of a row as the reader of the written file gives them. */
  carried(cells: readonly string[]): Pick<Row, 'cells' | 'kinds'>;
  /** True for a row that would be no row of the written file. */
  bare(cells: readonly string[]): boolean;
}

/** @returns null where a row is a row of the file, as in CSV and workbooks */
export function filePlace(mapping: CompiledMapping, format: WriteFormat, { shape, xml }: Pick<Manifest, 'shape' | 'xml'>): FilePlace | null {
  const sheet = mapping.definition.sheets[0] ?? '';
  if (format === 'json' && shape !== undefined) {
    const place = jsonPlace(sheet, printedHeader(mapping), shape);
    return place && { oneFor: place.single ? shape.key : null, carried: place.carried, bare: () => false };
  }
  if (format === 'xml' && xml !== undefined) {
    const place = xmlPlace(sheet, printedHeader(mapping), xml);
    return place && { oneFor: place.single ? xml.key : null, carried: (cells) => ({ cells: place.carried(cells) }), bare: place.bare };
  }
  return null;
}
