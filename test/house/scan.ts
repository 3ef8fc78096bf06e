/**
 * Reads our own sources for the house tests. Not a parser: it only tells code from comments, strings and
 * regular expressions, which is all the tests here need, and keeps every character at its place.
 */

/** A source text twice over, both as long as the original: `code` without comments and literals, `noComments` with literals. */
export interface Scanned {
  readonly text: string;
  readonly code: string;
  readonly noComments: string;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

const BLANK = /[^\n]/g;
/** A slash after one of these starts a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[=(,:;!&|?{}[+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield|throw))\s*$/;

/** Splits a TypeScript source into what runs, what is quoted and what is said about it. */
export function scan(text: string): Scanned {
  const code: string[] = [];
  const noComments: string[] = [];
  const put = (part: string, kind: 'code' | 'literal' | 'comment'): void => {
    code.push(kind === 'code' ? part : part.replace(BLANK, ' '));
    noComments.push(kind === 'comment' ? part.replace(BLANK, ' ') : part);
  };
  /** Brace depth at which each open `${` of a template ends. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  let tail = '';

  const literal = (end: number): void => {
    put(text[at] ?? '', 'code');
    put(text.slice(at + 1, end), 'literal');
    at = end;
  };
  /** From inside a template to its closing quote or the next `${`. */
  const template = (): void => {
    let end = at;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1;
    put(text.slice(at, end), 'literal');
    at = end;
    if (text[at] === '`') {
      put('`', 'code');
      at += 1;
    } else if (at < text.length) {
      put('${', 'code');
      at += 2;
      templates.push(depth);
      depth += 1;
    }
  };

  while (at < text.length) {
    const character = text[at] ?? '';
    if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      const stop = end === -1 ? text.length : end;
      put(text.slice(at, stop), 'comment');
      at = stop;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      const stop = end === -1 ? text.length : end + 2;
      put(text.slice(at, stop), 'comment');
      at = stop;
    } else if (character === "'" || character === '"') {
      let end = at + 1;
      while (end < text.length && text[end] !== character && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      literal(end);
      put(text[at] ?? '', 'code');
      at += 1;
      tail = character;
    } else if (character === '`') {
      put(character, 'code');
      at += 1;
      template();
      tail = '`';
    } else if (character === '/' && BEFORE_REGEX.test(tail)) {
      literal(regexEnd(text, at));
      put(text[at] ?? '', 'code');
      at += 1;
      tail = '/';
    } else {
      put(character, 'code');
      at += 1;
      tail = (tail + character).slice(-12);
      if (character === '{') depth += 1;
      if (character === '}') {
        depth -= 1;
        if (templates.at(-1) === depth) {
          templates.pop();
          template();
          tail = '`';
        }
      }
    }
  }
  return { text, code: code.join(''), noComments: noComments.join('') };
}

/** Index of the slash that closes the regular expression opened at `start`; slashes in a class do not. */
function regexEnd(text: string, start: number): number {
  let inClass = false;
  let end = start + 1;
  for (; end < text.length && text[end] !== '\n'; end += 1) {
    const character = text[end];
    if (character === '\\') end += 1;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) break;
  }
  return end;
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Every module a source names: static, re-exported, dynamic, and in `import('…')` types. */
export function importsOf({ text, code }: Scanned): readonly Import[] {
  const found: Import[] = [];
  for (const match of code.matchAll(/\b(?:(import|export)\b([^'"`;]*?)\bfrom\s*|import\s*\(?\s*)(['"])/g)) {
    const start = match.index + match[0].length;
    const end = code.indexOf(match[3] ?? "'", start);
    const clause = match[2] ?? '';
    found.push({ specifier: text.slice(start, end), line: lineAt(text, match.index), typeOnly: /^\s*type\s+[\w{*]/.test(clause) });
  }
  return found;
}

/** Where a pattern occurs in a text, as 1-based lines. The pattern must be global. */
export function linesOf(text: string, pattern: RegExp): readonly { line: number; match: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({ line: lineAt(text, match.index), match: match[0] }));
}
