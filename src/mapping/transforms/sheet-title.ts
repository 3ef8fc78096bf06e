import { Reject, transform, type Options } from '../transform.ts';
import { foldHeader } from '../header.ts';

const sheetsOf = (options: Options): readonly string[] => options['sheets'] as readonly string[];

export const sheetTitle = transform({
  name: 'sheetTitle',
  doc: {
    'zh-TW': '這一列所屬的分頁名稱，必須是檔案當作的那個分頁。',
    en: 'Title of the sheet a row is of; it must be the one the file is read as.',
  },
  verbatim: true,
  repetitive: true,
  parse(text, _kind, options) {
    const sheets = sheetsOf(options);
    return sheets.some((sheet) => foldHeader(sheet) === foldHeader(text)) ? text : new Reject('mapping/other-sheet', { expected: sheets.join('、') });
  },
  print: (value) => String(value),
  checkOptions(options) {
    const sheets = options['sheets'];
    return Array.isArray(sheets) && sheets.length > 0 && sheets.every((sheet) => typeof sheet === 'string' && sheet !== '') ? undefined : 'sheetTitle needs "sheets", the titles a row may name';
  },
});
