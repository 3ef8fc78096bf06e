/** The style sheet of our own workbooks. */
import { buildXml, type XmlNode } from '../xml/tree.ts';

/** Style indexes: General, and text (`@`, built-in format 49). */
export const HEADER_STYLE = 0;
export const TEXT_STYLE = 1;

/** How a cell of a workbook for people looks; `plain` is a cell that has nothing to say. */
export const CELL_LOOKS = ['plain', 'head', 'note', 'error', 'warning', 'info'] as const;

export type CellLook = (typeof CELL_LOOKS)[number];

/** Behind the cells of each look; light enough for black text. */
const FILLS: Readonly<Partial<Record<CellLook, string>>> = { head: 'FFECE9E1', error: 'FFF6D5D1', warning: 'FFFBE7BE', info: 'FFDCE8F5' };

/**
 * The style of a look. A quoted cell is text whatever it begins with, also once somebody has typed in it: what Excel
 * writes for a cell that was entered with an apostrophe.
 */
export function lookStyle(look: CellLook, quoted: boolean): number {
  return TEXT_STYLE + 1 + CELL_LOOKS.indexOf(look) * 2 + (quoted ? 1 : 0);
}

const PLAIN = { '@numFmtId': '0', '@fontId': '0', '@fillId': '0', '@borderId': '0' };

/** Fills that every style sheet begins with; fixed by the format. */
const NO_FILLS: readonly XmlNode[] = [{ patternFill: [{ '@patternType': 'none' }] }, { patternFill: [{ '@patternType': 'gray125' }] }];

function font(bold: boolean): XmlNode {
  return { ...(bold ? { b: [{}] } : {}), sz: [{ '@val': '12' }], name: [{ '@val': '新細明體' }], family: [{ '@val': '1' }], charset: [{ '@val': '136' }] };
}

function lookFormats(): XmlNode[] {
  const fills = Object.keys(FILLS);
  return CELL_LOOKS.flatMap((look) => [false, true].map((quoted) => ({
    ...PLAIN, '@numFmtId': '49', '@fontId': look === 'head' ? '1' : '0', '@fillId': look in FILLS ? String(NO_FILLS.length + fills.indexOf(look)) : '0',
    '@xfId': '0', '@applyNumberFormat': '1', '@applyFont': '1', '@applyFill': '1', '@applyAlignment': '1', ...(quoted ? { '@quotePrefix': '1' } : {}),
    alignment: [{ '@vertical': 'top', '@wrapText': look === 'note' || look === 'head' ? '1' : '0' }],
  })));
}

/** @param looks also those of {@link CELL_LOOKS}; without them the part is that of a roster */
export function stylesPart(looks = false): string {
  const fonts = looks ? [font(false), font(true)] : [font(false)];
  const fills = looks ? [...NO_FILLS, ...Object.values(FILLS).map((rgb) => ({ patternFill: [{ '@patternType': 'solid', fgColor: [{ '@rgb': rgb }], bgColor: [{ '@indexed': '64' }] }] }))] : NO_FILLS;
  const formats = [{ ...PLAIN, '@xfId': '0' }, { ...PLAIN, '@numFmtId': '49', '@xfId': '0', '@applyNumberFormat': '1' }, ...(looks ? lookFormats() : [])];
  return buildXml('styleSheet', {
    '@xmlns': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    fonts: [{ '@count': String(fonts.length), font: fonts }],
    fills: [{ '@count': String(fills.length), fill: fills }],
    borders: [{ '@count': '1', border: [{ left: [{}], right: [{}], top: [{}], bottom: [{}], diagonal: [{}] }] }],
    cellStyleXfs: [{ '@count': '1', xf: [PLAIN] }],
    cellXfs: [{ '@count': String(formats.length), xf: formats }],
    cellStyles: [{ '@count': '1', cellStyle: [{ '@name': 'Normal', '@xfId': '0', '@builtinId': '0' }] }],
  });
}
