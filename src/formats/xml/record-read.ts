/** XML exchange files as tables, read as a stream: memory does not grow with the file, and only listed elements are kept. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Params, ProblemError } from '../../core/problem.ts';
import type { XmlProblemCode } from '../../core/problems/xml.ts';
import type { OpenFile, Table } from '../../core/table.ts';
import { decoderFor } from '../text/decode.ts';
import type { Encoding } from '../text/encoding.ts';
import { tableRows } from './record-tables.ts';
import { type XmlEvents, XmlError, xmlFeed, type XmlFlaw } from './sax.ts';
import type { XmlShape } from './shape.ts';

const FLAWS: Readonly<Record<XmlFlaw, XmlProblemCode>> = {
  doctype: 'xml/unsafe', 'too-deep': 'xml/unsafe', 'too-long': 'xml/unsafe', 'not-utf-8': 'xml/damaged', malformed: 'xml/damaged',
};

function refuse(code: XmlProblemCode, file: string, params: Params): ProblemError {
  return new ProblemError({ code, file, params });
}

/** Encodings by the names declarations give them. */
const NAMES: Readonly<Record<string, Encoding>> = { 'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8', big5: 'cp950', 'big5-eten': 'cp950', cp950: 'cp950', ms950: 'cp950', 'x-windows-950': 'cp950' };

/** The declared encoding, UTF-8 without one. */
async function encodingOf(source: ByteSource, name: string): Promise<Encoding> {
  const head = Buffer.from(await source.read(0, 512)).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) throw refuse('xml/encoding', name, { encoding: 'UTF-16' });
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const encoding = NAMES[declared.toLowerCase()];
  if (encoding === undefined) throw refuse('xml/encoding', name, { encoding: declared });
  return encoding;
}

/** Feeds the file to the events, stopping after each chunk; an XML error becomes a problem of the file. */
async function* fed(source: ByteSource, name: string, encoding: Encoding, events: XmlEvents): AsyncGenerator<void> {
  const feed = xmlFeed(events, { doctype: true });
  const decoder = encoding === 'cp950' ? decoderFor(encoding) : null;
  try {
    for await (const chunk of source.stream()) {
      if (decoder === null) feed.write(chunk);
      else feed.writeText(decoder.decode(chunk));
      yield;
    }
    if (decoder !== null) feed.writeText(decoder.end());
    feed.end();
    yield;
  } catch (error) {
    throw error instanceof XmlError ? refuse(FLAWS[error.flaw], name, { detail: error.flaw }) : error;
  }
}

/** Names of the document's element and of the first below it; reads no further than that. */
async function outermost(source: ByteSource, name: string, encoding: Encoding): Promise<readonly string[]> {
  const names: string[] = [];
  const events: XmlEvents = {
    open: (element) => void (names.length < 2 && names.push(element)),
    text: () => {},
    close: () => {},
  };
  for await (const _ of fed(source, name, encoding, events)) if (names.length === 2) break;
  return names;
}

/**
 * Opens an XML exchange file: the tables of the shape that knows its elements, read as a stream. Row
 * numbers count records, or the elements of them that are rows, from 1. A DOCTYPE may name a document type and nothing
 * else; what the shape does not list is never kept (RULE-812).
 *
 * @throws ProblemError `xml/encoding`, `xml/unsafe`, `xml/damaged`, `xml/unknown-root`; the middle two also from `rows()`
 * @requirement RULE-708, RULE-809, RULE-810, RULE-812
 */
export async function openXml(source: ByteSource, name: string, shapes: readonly XmlShape[]): Promise<OpenFile> {
  const encoding = await encodingOf(source, name);
  const [root = '', record = ''] = await outermost(source, name, encoding);
  const shape = shapes.find((one) => one.root === root && (record === '' || one.records.includes(record)));
  if (shape === undefined) throw refuse('xml/unknown-root', name, { root: root.slice(0, 60), record: record.slice(0, 60) });
  const rows = tableRows(shape, (events) => fed(source, name, encoding, events));
  const tables = shape.tables.map((table, index): Table => ({
    file: name, sheet: table.sheet, header: table.columns.map(({ header }) => header), rows: () => rows(index),
  }));
  return { file: name, format: 'xml', encoding, tables, problems: [], close: async () => {} };
}
