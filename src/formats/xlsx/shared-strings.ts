/** The shared-string part: every text cell is an index into it. */
import type { ZipEntry } from '../zip/archive.ts';
import { xmlFeed } from '../xml/sax.ts';
import { decodeEscapes } from './escapes.ts';
import type { XlsxLimits } from './limits.ts';
import { fromXml, xlsxError } from './refuse.ts';

/**
 * All shared strings. The runs of a rich text are joined; phonetic hints (`rPh`) are not part of the text.
 *
 * @throws ProblemError `xlsx/damaged`, `xlsx/unsafe-xml`, `xlsx/too-large`, and of the `zip` area
 */
export async function readSharedStrings(part: ZipEntry, file: string, limits: XlsxLimits): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let phonetic = 0;
  const feed = xmlFeed({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        characters += current.length;
        if (strings.length >= limits.sharedStrings) throw xlsxError('xlsx/too-large', { file }, { what: '共用字串 / shared strings', limit: limits.sharedStrings });
        if (characters > limits.sharedCharacters) throw xlsxError('xlsx/too-large', { file }, { what: '共用字串字數 / characters', limit: limits.sharedCharacters });
        strings.push(decodeEscapes(current));
      }
    },
  });
  try {
    for await (const bytes of part.stream()) feed.write(bytes);
    feed.end();
  } catch (error) {
    throw fromXml(error, file, part.name);
  }
  return strings;
}
