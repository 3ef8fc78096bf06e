/** Where a value stands in a JSON text, for messages that a person can follow into the file. */

const WHITE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;

/**
 * 1-based line of the value a JSON Pointer names, or of the nearest container that is there: a missing key is
 * reported where it should stand.
 *
 * @param text JSON that was parsed before; anything else gives a line that means nothing
 */
export function lineOfPointer(text: string, pointer: string): number {
  const reader = new Reader(text);
  for (const part of pointer.split('/').slice(1)) {
    if (!reader.enter(part.replaceAll('~1', '/').replaceAll('~0', '~'))) break;
  }
  return reader.line();
}

/** Stands at the start of a value and moves into it, one key or index at a time. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#take(WHITE);
  }

  /** Moves to a member of the value it stands at; stays where it is when there is none. */
  enter(part: string): boolean {
    const start = this.#at;
    const isObject = this.#text[start] === '{';
    if (!isObject && this.#text[start] !== '[') return false;
    this.#at++;
    for (let index = 0; !this.#closes(); index++) {
      const key = isObject ? this.#key() : String(index);
      if (key === part) return true;
      this.#skipValue();
      this.#take(WHITE);
      if (this.#text[this.#at] === ',') this.#at++;
    }
    this.#at = start;
    return false;
  }

  line(): number {
    let line = 1;
    for (let at = this.#text.indexOf('\n'); at >= 0 && at < this.#at; at = this.#text.indexOf('\n', at + 1)) line++;
    return line;
  }

  /** True at the end of a container, or of the text. */
  #closes(): boolean {
    this.#take(WHITE);
    return this.#at >= this.#text.length || ']}'.includes(this.#text[this.#at] ?? '');
  }

  #key(): string {
    const key = JSON.parse(this.#take(STRING)) as string;
    this.#take(WHITE);
    this.#at++;
    this.#take(WHITE);
    return key;
  }

  #skipValue(): void {
    for (let depth = 0; ;) {
      const first = this.#text[this.#at] ?? '';
      if ('{['.includes(first) && first !== '') depth++;
      if (first === '"') this.#take(STRING);
      else if ('{[]},:'.includes(first)) this.#at++;
      else this.#take(SCALAR);
      if (first === '' || ('}]'.includes(first) && --depth === 0) || (depth === 0 && !'{['.includes(first))) return;
      this.#take(WHITE);
    }
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += taken.length;
    return taken;
  }
}
