/**
 * Opening whatever was handed in: the content decides what it is, the extension only between texts. What reads archives,
 * workbooks and XML is loaded when the first of them comes: its packages take a fifth of a second that most nights' CSV
 * files need not wait for.
 */
import type { ByteSource } from '../core/bytes.ts';
import { ProblemError, type Params } from '../core/problem.ts';
import type { FileProblemCode } from '../core/problems/file.ts';
import type { OpenFile } from '../core/table.ts';
import { openCsv } from './csv/read.ts';
import type { DocumentShape, JsonShape } from './json/shape.ts';
import { openJson } from './json/table-read.ts';
import { OLE_MAGIC, isEncryptedWorkbook } from './ole.ts';
import type { Encoding } from './text/encoding.ts';
import type { Scanned } from './text/scan.ts';
import type { XmlShape } from './xml/shape.ts';
import type { ZipArchive } from './zip/read.ts';

export interface OpenOptions {
  /** Encodings a text file may have. */
  readonly encodings: readonly Encoding[];
  /** What is known of the source as text, where it was looked through before (see `scanned`). */
  readonly scanned?: Scanned | null;
  /** For encrypted ZIP archives. */
  readonly password?: string;
  /** How the JSON files of known systems are built. */
  readonly json?: readonly JsonShape[];
  /** How JSON files are built that are no exports of a school's data. */
  readonly documents?: readonly DocumentShape[];
  /** Which XML files are known, and what of them is read. */
  readonly xml?: readonly XmlShape[];
}

export type OpenedInput =
  | { readonly kind: 'file'; readonly file: OpenFile }
  | { readonly kind: 'archive'; readonly archive: ZipArchive };

/** Formats that people send by mistake, by their first bytes; named in the message. */
const FOREIGN: readonly (readonly [magic: string, found: string])[] = [
  ['%PDF', 'PDF'], ['Rar!', 'RAR'], ['7z\xbc\xaf', '7z'], ['\x1f\x8b', 'gzip'], ['\x89PNG', 'PNG'], ['\xff\xd8\xff', 'JPEG'],
  ['SQLite format 3', 'SQLite'], ['{\\rtf', 'RTF'],
];

const TEXT_EXTENSIONS = new Set(['csv', 'txt']);

/**
 * @param name file name, for its extension and for messages
 * @throws ProblemError of the `file`, `zip`, `xlsx`, `csv`, `json`, `xml` and `text` areas when nothing of it can be read
 */
export async function openInput(source: ByteSource, name: string, options: OpenOptions): Promise<OpenedInput> {
  const refuse = (code: FileProblemCode, params: Params = {}) => new ProblemError({ code, file: name, params });
  if (source.size === 0) throw refuse('file/empty');
  const start = await source.read(0, 512);
  const head = Buffer.from(start).toString('latin1');

  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return openArchive(source, name, options);
  if (Buffer.from(start.subarray(0, OLE_MAGIC.length)).equals(OLE_MAGIC)) {
    throw refuse(await isEncryptedWorkbook(source) ? 'file/password-workbook' : 'file/xls-not-xlsx');
  }
  const foreign = FOREIGN.find(([magic]) => head.startsWith(magic));
  if (foreign) throw refuse('file/unknown-format', { found: foreign[1] });
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|table|meta)\b/i.test(head)) throw refuse('file/unknown-format', { found: 'HTML' });
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'xml' || /^(?:\xef\xbb\xbf)?\s*<\?xml\b/.test(head)) {
    const { openXml } = await import('./xml/record-read.ts');
    return { kind: 'file', file: await openXml(source, name, options.xml ?? []) };
  }
  if (extension === 'json') return { kind: 'file', file: await openJson(source, name, options.json, options.documents) };
  if (!TEXT_EXTENSIONS.has(extension)) throw refuse('file/unknown-format', { found: extension === '' ? '?' : `.${extension}` });
  return { kind: 'file', file: await openCsv(source, name, { encodings: options.encodings, scanned: options.scanned ?? null }) };
}

/** A ZIP is a workbook when it has the parts of one; another Office file is named as what it is. */
async function openArchive(source: ByteSource, name: string, options: OpenOptions): Promise<OpenedInput> {
  const { openZip } = await import('./zip/read.ts');
  const archive = await openZip(source, name, options.password === undefined ? {} : { password: options.password });
  const names = archive.entries.map((entry) => entry.name.toLowerCase());
  if (names.includes('[content_types].xml')) {
    await archive.close();
    if (names.some((part) => part.startsWith('xl/'))) {
      const { openXlsx } = await import('./xlsx/read.ts');
      return { kind: 'file', file: await openXlsx(source, name) };
    }
    throw new ProblemError({ code: 'file/unknown-format', file: name, params: { found: names.some((part) => part.startsWith('word/')) ? 'Word' : 'Office' } });
  }
  if (names[0] === 'mimetype' && names.includes('content.xml')) {
    await archive.close();
    throw new ProblemError({ code: 'file/unknown-format', file: name, params: { found: 'OpenDocument' } });
  }
  return { kind: 'archive', archive };
}
