/** PDFs byte by byte, for what no program writes any more, or should. */
import { deflateSync } from 'node:zlib';

export interface RawObject {
  /** A dictionary or array; of a stream its dictionary without the length. */
  readonly text: string;
  readonly stream?: Uint8Array;
}

export interface RawOptions {
  /** Objects in a compressed object stream, with a cross-reference stream (ISO 32000-1, 7.5.7). */
  readonly compressed?: boolean;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

function numbered(number: number, { text, stream }: RawObject): Buffer {
  if (stream === undefined) return latin1(`${number} 0 obj\n${text}\nendobj\n`);
  return Buffer.concat([latin1(`${number} 0 obj\n${text.replace(/>>$/, ` /Length ${stream.length} >>`)}\nstream\n`), stream, latin1('\nendstream\nendobj\n')]);
}

/** Objects number from 1; the first is the catalogue. */
export function rawPdf(objects: readonly RawObject[], { compressed = false }: RawOptions = {}): Buffer {
  const parts: Buffer[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const offsets = new Map<number, number>();
  let at = parts[0]!.length;
  const put = (number: number, object: RawObject): void => {
    const bytes = numbered(number, object);
    offsets.set(number, at);
    parts.push(bytes);
    at += bytes.length;
  };
  const inside = compressed ? objects.flatMap(({ stream }, index) => (stream === undefined ? [index + 1] : [])) : [];
  objects.forEach((object, index) => { if (!inside.includes(index + 1)) put(index + 1, object); });
  if (!compressed) {
    const lines = objects.map((_, index) => `${String(offsets.get(index + 1)).padStart(10, '0')} 00000 n \n`).join('');
    return Buffer.concat([...parts, latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`)]);
  }
  const texts = inside.map((number) => `${objects[number - 1]!.text}\n`);
  let start = 0;
  const index = inside.map((number, order) => { const pair = `${number} ${start}`; start += texts[order]!.length; return pair; }).join(' ');
  const holder = objects.length + 1;
  put(holder, { text: `<< /Type /ObjStm /N ${inside.length} /First ${index.length + 1} /Filter /FlateDecode >>`, stream: deflateSync(latin1(`${index} ${texts.join('')}`)) });
  const table = Buffer.alloc((holder + 2) * 7);
  for (let number = 1; number <= holder + 1; number += 1) {
    const order = inside.indexOf(number);
    const [type, second, third] = order >= 0 ? [2, holder, order] : [1, offsets.get(number) ?? at, 0];
    table.writeUInt8(type!, number * 7);
    table.writeUInt32BE(second!, number * 7 + 1);
    table.writeUInt16BE(third!, number * 7 + 5);
  }
  const end = at;
  put(holder + 1, { text: `<< /Type /XRef /Size ${holder + 2} /W [1 4 2] /Root 1 0 R /Filter /FlateDecode >>`, stream: deflateSync(table) });
  return Buffer.concat([...parts, latin1(`startxref\n${end}\n%%EOF\n`)]);
}

export interface Page {
  /** Shown on the page, in Helvetica. */
  readonly text?: string;
  /** Annotations, as dictionaries. */
  readonly annotations?: readonly string[];
}

/** A document of such pages. @param catalogue more of the catalogue, ` /OpenAction << … >>` */
export function document(pages: readonly Page[], options: RawOptions & { readonly catalogue?: string } = {}): Buffer {
  const first = 4;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return rawPdf([
    { text: `<< /Type /Catalog /Pages 2 0 R${options.catalogue ?? ''} >>` },
    { text: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` },
    { text: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
    ...pages.flatMap(({ text = '', annotations = [] }, index): RawObject[] => [
      { text: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R /Annots [${annotations.join(' ')}] >>` },
      { text: '<< /Filter /FlateDecode >>', stream: deflateSync(latin1(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET`)) },
    ]),
  ], options);
}

/** A link annotation with an action. */
export const link = (action: string): string => `<< /Type /Annot /Subtype /Link /Rect [0 0 100 100] /A ${action} >>`;
