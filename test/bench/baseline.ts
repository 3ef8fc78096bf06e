/** The yardstick: the fastest CSV library (udsv) merely parsing the file, in a process of its own. */
import { createReadStream } from 'node:fs';
import { inferSchema, initParser, type Parser } from 'udsv';
import { tell } from './measure.ts';

const [path, encoding] = process.argv.slice(2) as [string, string];

let parser: Parser | undefined;
let rows = 0;
const decoder = new TextDecoder(encoding === 'cp950' ? 'big5' : 'utf-8');
const count = (): void => { rows += 1; };
for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
  const text = decoder.decode(chunk, { stream: true });
  parser ??= initParser(inferSchema(text));
  parser.chunk<string[]>(text, parser.stringArrs, count);
}
parser?.end();
tell({ rows });
