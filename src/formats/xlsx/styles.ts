/** The style sheet of our own workbooks. */
import { buildXml } from '../xml/tree.ts';

/** Style indexes: General, and text (`@`, built-in format 49). */
export const HEADER_STYLE = 0;
export const TEXT_STYLE = 1;

export function stylesPart(): string {
  const plain = { '@numFmtId': '0', '@fontId': '0', '@fillId': '0', '@borderId': '0' };
  return buildXml('styleSheet', {
    '@xmlns': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    fonts: [{ '@count': '1', font: [{ sz: [{ '@val': '12' }], name: [{ '@val': '新細明體' }], family: [{ '@val': '1' }], charset: [{ '@val': '136' }] }] }],
    fills: [{ '@count': '2', fill: [{ patternFill: [{ '@patternType': 'none' }] }, { patternFill: [{ '@patternType': 'gray125' }] }] }],
    borders: [{ '@count': '1', border: [{ left: [{}], right: [{}], top: [{}], bottom: [{}], diagonal: [{}] }] }],
    cellStyleXfs: [{ '@count': '1', xf: [plain] }],
    cellXfs: [{ '@count': '2', xf: [{ ...plain, '@xfId': '0' }, { ...plain, '@numFmtId': '49', '@xfId': '0', '@applyNumberFormat': '1' }] }],
    cellStyles: [{ '@count': '1', cellStyle: [{ '@name': 'Normal', '@xfId': '0', '@builtinId': '0' }] }],
  });
}
