/** The small parts of our own workbooks, by path. All values are fixed: equal rows give equal bytes. */
import { buildXml } from '../xml/tree.ts';
import { encodeEscapes } from './escapes.ts';
import { stylesPart } from './styles.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Fixed creation time of the document properties. */
const CREATED = '2000-01-01T00:00:00Z';

/** Path of a sheet's part, counted from 0. */
export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

/** Everything but the sheets and the shared strings, in the order it is to stand in the file. */
export function smallParts(titles: readonly string[], looks: boolean): [path: string, xml: string][] {
  return [
    ['[Content_Types].xml', contentTypes(titles.length)],
    ['_rels/.rels', relationships([
      [`${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
    ])],
    ['docProps/app.xml', buildXml('Properties', { '@xmlns': `${OFFICE}/extended-properties`, Application: [{ '#text': 'licheng' }] })],
    ['docProps/core.xml', coreProperties()],
    ['xl/workbook.xml', workbookPart(titles)],
    ['xl/_rels/workbook.xml.rels', relationships([
      ...titles.map((_, index): [string, string] => [`${OFFICE}/relationships/worksheet`, sheetPath(index).slice(3)]),
      [`${OFFICE}/relationships/styles`, 'styles.xml'],
      [`${OFFICE}/relationships/sharedStrings`, 'sharedStrings.xml'],
    ])],
    ['xl/styles.xml', stylesPart(looks)],
  ];
}

function workbookPart(titles: readonly string[]): string {
  return buildXml('workbook', {
    '@xmlns': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', '@xmlns:r': `${OFFICE}/relationships`,
    sheets: [{ sheet: titles.map((title, index) => ({ '@name': encodeEscapes(title), '@sheetId': String(index + 1), '@r:id': `rId${index + 1}` })) }],
  });
}

function relationships(links: readonly (readonly [type: string, target: string])[]): string {
  return buildXml('Relationships', {
    '@xmlns': `${PACKAGE}/relationships`,
    Relationship: links.map(([type, target], index) => ({ '@Id': `rId${index + 1}`, '@Type': type, '@Target': target })),
  });
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => ({ '@PartName': `/${name}`, '@ContentType': type });
  return buildXml('Types', {
    '@xmlns': `${PACKAGE}/content-types`,
    Default: [
      { '@Extension': 'rels', '@ContentType': 'application/vnd.openxmlformats-package.relationships+xml' },
      { '@Extension': 'xml', '@ContentType': 'application/xml' },
    ],
    Override: [
      part('xl/workbook.xml', `${SHEETS}.sheet.main+xml`),
      ...Array.from({ length: sheets }, (_, index) => part(sheetPath(index), `${SHEETS}.worksheet+xml`)),
      part('xl/styles.xml', `${SHEETS}.styles+xml`),
      part('xl/sharedStrings.xml', `${SHEETS}.sharedStrings+xml`),
      part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ],
  });
}

function coreProperties(): string {
  const time = { '@xsi:type': 'dcterms:W3CDTF', '#text': CREATED };
  return buildXml('cp:coreProperties', {
    '@xmlns:cp': `${PACKAGE}/metadata/core-properties`, '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    '@xmlns:dcterms': 'http://purl.org/dc/terms/', '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'dc:creator': [{ '#text': 'licheng' }],
    'dcterms:created': [time], 'dcterms:modified': [time],
  });
}
