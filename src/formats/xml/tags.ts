/**
 * Tags of an XML text with the places where they stand, for changing one thing and leaving every other character as it
 * is. For texts that a parser has read before: of one that is not well formed it says nothing.
 */

export interface Tag {
  /** Without prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** From `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
}

/** Comments, CDATA and instructions hold no tags; inside a tag a `>` may stand in quotes. */
const MARKUP = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)(?:[^\s/>:]+:)?([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/** Tags in order. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const match of xml.matchAll(MARKUP)) {
    const [text, slash, name] = match;
    if (name === undefined) continue;
    yield { name, kind: slash === '/' ? 'close' : text.endsWith('/>') ? 'empty' : 'open', start: match.index, end: match.index + text.length };
  }
}

/** An attribute of a tag as it is written, references and all; undefined when it has none of that name. */
export function attributeOf(xml: string, { start, end }: Tag, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xml.slice(start, end));
  return found?.[1] ?? found?.[2];
}
