/** The workbook part and what it links to: sheets, styles, shared strings. */
import { attribute, children } from '../xml/tree.ts';
import { decodeEscapes } from './escapes.ts';
import type { XlsxLimits } from './limits.ts';
import { isDateFormat } from './number-format.ts';
import type { Package } from './package.ts';
import { xlsxError } from './refuse.ts';

export interface SheetInfo {
  /** Escapes decoded, trimmed. */
  readonly title: string;
  /** Path of the sheet's part. */
  readonly path: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetInfo[];
  readonly from1904: boolean;
  /** By style index: whether numbers of that style are dates. */
  readonly dateStyles: readonly boolean[];
  /** Path of the shared strings, if there are any. */
  readonly strings: string | undefined;
}

/**
 * Reads the small parts. Chart sheets and macro sheets are no tables and left out.
 *
 * @throws ProblemError `xlsx/damaged`, `xlsx/unsafe-xml`, `xlsx/binary-workbook`, `xlsx/too-large`
 */
export async function readWorkbook(pack: Package, limits: XlsxLimits): Promise<Workbook> {
  const path = (await pack.links('')).find((link) => link.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (path.toLowerCase().endsWith('.bin')) throw xlsxError('xlsx/binary-workbook', { file: pack.file }, {});
  const workbook = await pack.tree(path, 'workbook');
  const links = await pack.links(path);

  const sheets: SheetInfo[] = [];
  for (const sheet of children(children(workbook, 'sheets')[0], 'sheet')) {
    const link = links.find((candidate) => candidate.id === attribute(sheet, 'id'));
    const title = decodeEscapes(attribute(sheet, 'name') ?? '').trim();
    if (!link) throw xlsxError('xlsx/damaged', { file: pack.file, sheet: title }, { part: path, detail: 'sheet link' });
    if (link.type !== 'worksheet') continue;
    pack.part(link.target);
    sheets.push({ title, path: link.target, hidden: ['hidden', 'veryHidden'].includes(attribute(sheet, 'state') ?? '') });
  }
  if (sheets.length > limits.sheets) throw xlsxError('xlsx/too-large', { file: pack.file }, { what: '工作表 / sheets', limit: limits.sheets });

  const styles = links.find((link) => link.type === 'styles')?.target;
  const date1904 = attribute(children(workbook, 'workbookPr')[0], 'date1904');
  return {
    sheets,
    from1904: date1904 === '1' || date1904 === 'true',
    dateStyles: styles === undefined ? [] : await readDateStyles(pack, styles),
    strings: links.find((link) => link.type === 'sharedStrings')?.target,
  };
}

async function readDateStyles(pack: Package, path: string): Promise<boolean[]> {
  const styles = await pack.tree(path, 'styleSheet');
  const codes = new Map<number, string>();
  for (const format of children(children(styles, 'numFmts')[0], 'numFmt')) {
    codes.set(Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode') ?? '');
  }
  return children(children(styles, 'cellXfs')[0], 'xf').map((style) => {
    const id = Number(attribute(style, 'numFmtId') ?? 0);
    return isDateFormat(id, codes.get(id));
  });
}
