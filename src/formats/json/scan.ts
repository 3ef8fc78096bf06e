/** A strict JSON scanner: says where a text stops being JSON, and what `JSON.parse` would lose in silence. */

/** The first thing wrong with a text. */
export interface ScanError {
  readonly kind: 'syntax' | 'too-deep' | 'bad-key';
  /** UTF-16 offset into the text. */
  readonly offset: number;
  /** What should stand there, or the key concerned. */
  readonly detail: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = ['true', 'false', 'null'];

/** Null when the text is JSON of at most `maxDepth` levels, without a repeated or forbidden key. */
export function scanJson(text: string, maxDepth: number): ScanError | null {
  /** One set of keys per open object, null per open array. */
  const open: (Set<string> | null)[] = [];
  let at = skipBlank(text, 0);

  for (;;) {
    // A value starts here.
    const first = text[at];
    if (first === '{' || first === '[') {
      if (open.length === maxDepth) return { kind: 'too-deep', offset: at, detail: String(maxDepth) };
      open.push(first === '{' ? new Set() : null);
      at = skipBlank(text, at + 1);
      if (text[at] !== (first === '{' ? '}' : ']')) {
        if (first === '[') continue;
        const key = readKey(text, at, open.at(-1) ?? null);
        if (typeof key !== 'number') return key;
        at = key;
        continue;
      }
    } else {
      const end = scalarEnd(text, at);
      if (end < 0) return { kind: 'syntax', offset: -end - 1, detail: 'a value' };
      at = skipBlank(text, end);
    }
    // A value has ended, or an empty container is about to close.
    for (;;) {
      if (open.length === 0) return at === text.length ? null : { kind: 'syntax', offset: at, detail: 'the end' };
      const keys = open.at(-1) ?? null;
      if (text[at] === (keys ? '}' : ']')) {
        open.pop();
        at = skipBlank(text, at + 1);
        continue;
      }
      if (text[at] !== ',') return { kind: 'syntax', offset: at, detail: keys ? ', or }' : ', or ]' };
      at = skipBlank(text, at + 1);
      if (keys) {
        const key = readKey(text, at, keys);
        if (typeof key !== 'number') return key;
        at = key;
      }
      break;
    }
  }
}

/** Offset of the value after `"key":`, or what is wrong with the key. */
function readKey(text: string, at: number, keys: Set<string> | null): number | ScanError {
  if (text[at] !== '"') return { kind: 'syntax', offset: at, detail: '"' };
  const end = stringEnd(text, at);
  if (end < 0) return { kind: 'syntax', offset: -end - 1, detail: 'a string' };
  const key = JSON.parse(text.slice(at, end)) as string;
  if (key === '__proto__' || keys?.has(key)) return { kind: 'bad-key', offset: at, detail: key };
  keys?.add(key);
  const colon = skipBlank(text, end);
  return text[colon] === ':' ? skipBlank(text, colon + 1) : { kind: 'syntax', offset: colon, detail: ':' };
}

/** End of the string, number or word at `at`; `-offset - 1` of what is wrong. */
function scalarEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  const literal = LITERALS.find((word) => text.startsWith(word, at));
  if (literal !== undefined) return at + literal.length;
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : -at - 1;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -at - 1;
    if (unit === 0x5c) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return -at - 1;
      at = ESCAPE.lastIndex - 1;
    }
  }
  return -text.length - 1;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
