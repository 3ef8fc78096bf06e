/** Workbooks from hand-written parts, for what no writer of ours produces. */
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import type { XlsxLimits } from '../../../src/formats/xlsx/limits.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import type { OpenFile, Row, Table } from '../../../src/core/table.ts';

export interface Parts {
  /** Sheet titles (as stored in the attribute) and what is inside `<sheetData>`, or a whole part when it starts with `<?xml`. */
  readonly sheets: readonly (readonly [title: string, data: string, state?: string])[];
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  /** Attributes of `<workbookPr>`. */
  readonly workbookPr?: string;
  /** Replaces or adds parts by path; null removes one. */
  readonly replace?: Readonly<Record<string, string | null>>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export async function packParts({ sheets, strings, styles, workbookPr = '', replace = {} }: Parts): Promise<Uint8Array> {
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr ${workbookPr}/><sheets>`
      + sheets.map(([title, , state], index) => `<sheet name="${title}" sheetId="${index + 1}" ${state ? `state="${state}" ` : ''}r:id="s${index}"/>`).join('')
      + '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': rels([
      ...sheets.map((_, index): [string, string, string] => [`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['st', 'styles', '/xl/styles.xml'], ['ss', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings ?? ''}</sst>`,
  };
  sheets.forEach(([, data], index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = data.startsWith('<?xml') ? data : `<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`;
  });
  const encoder = new TextEncoder();
  const entries = Object.entries({ ...parts, ...replace }).flatMap(([name, text]) => (text === null ? [] : [{ name, source: memorySource(encoder.encode(text)) }]));
  return joined(writeZip(entries));
}

export function rels(links: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

export async function openParts(parts: Parts, limits?: Partial<XlsxLimits>): Promise<OpenFile> {
  return openXlsx(memorySource(await packParts(parts)), 'x.xlsx', limits);
}

/** All rows of a table. */
export async function rowsOf(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}

/** Rows of a one-sheet workbook whose rows below the header are given as XML. */
export async function readRows(data: string, parts: Omit<Parts, 'sheets'> = {}): Promise<Row[]> {
  const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row>';
  const file = await openParts({ sheets: [['資料', header + data]], ...parts });
  return rowsOf(file.tables[0]!);
}

/** The one cell of row 2, column A. */
export async function readCell(cell: string, parts: Omit<Parts, 'sheets'> = {}): Promise<Row | undefined> {
  return (await readRows(`<row r="2">${cell}</row>`, parts))[0];
}
