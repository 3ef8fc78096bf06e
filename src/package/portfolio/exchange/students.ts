/** The root JSON of a transfer package, cut into one text a student: what is wrong with one must not touch the others. */
import { ProblemError } from '../../../core/problem.ts';
import { parseJson } from '../../../formats/json/read.ts';
import { portfolioError } from '../refuse.ts';

/** Levels; one more than a student's own document has. */
const DEPTH = 33;

/** Where the items of the outermost list begin and end; for a text that is JSON. */
function* itemsOf(text: string): Generator<readonly [start: number, end: number]> {
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') {
      if (depth === 1 && start < 0) start = at;
      for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === 2 && start < 0) start = at;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0 && start >= 0) yield [start, at];
    } else if (sign === ',' && depth === 1) {
      if (start >= 0) yield [start, at];
      start = -1;
    } else if (depth === 1 && start < 0 && !/\s/.test(sign)) {
      start = at;
    }
  }
}

/**
 * One text for each item of the list, a list of that item alone, as it was written.
 *
 * @param bytes of the root JSON; a BOM may stand in front
 * @throws ProblemError of the `json` area, `portfolio/not-a-list`
 */
export function studentTexts(bytes: Uint8Array, file: string): readonly string[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError({ code: 'json/not-utf8', params: {}, file });
  }
  if (!Array.isArray(parseJson(text, file, { maxDepth: DEPTH }))) throw portfolioError('portfolio/not-a-list', file);
  return [...itemsOf(text)].map(([start, end]) => `[${text.slice(start, end).trimEnd()}]`);
}
