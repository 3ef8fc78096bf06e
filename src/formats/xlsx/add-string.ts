/** A text in the shared strings: the one that is there, or one more at the end, so that none that is used elsewhere changes. */
import { escapeText } from '../xml/characters.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';

export interface SharedText {
  readonly index: number;
  /** The part with the text in it; the same text as before where it was there already. */
  readonly xml: string;
}

/** The text of a plain string, as it is written; null for one of several runs. */
function plainTexts(xml: string): (string | null)[] {
  const texts: (string | null)[] = [];
  let runs = 0;
  let from = 0;
  let text: string | null = null;
  for (const { name, kind, start, end } of tagsOf(xml)) {
    if (name === 'si' && kind === 'open') {
      runs = 0;
      text = '';
    } else if (name === 'si') texts.push(kind === 'empty' ? '' : runs > 1 ? null : text);
    else if (name === 'r' || name === 'rPh') runs += 2;
    else if (name === 't' && kind === 'open') {
      runs += 1;
      from = end;
    } else if (name === 't' && kind === 'close') text = xml.slice(from, start);
  }
  return texts;
}

/** @param xml the shared-string part, well formed @param text without anything that would need an escape of its own */
export function sharedText(xml: string, text: string): SharedText | null {
  const texts = plainTexts(xml);
  const there = texts.indexOf(escapeText(text));
  if (there >= 0) return { index: there, xml };
  const root = tagsOf(xml).next().value;
  const last = xml.lastIndexOf('</');
  if (root?.name !== 'sst' || root.kind !== 'open' || last < 0) return null;
  const prefix = /^<([^\s/>:]+:)/.exec(xml.slice(root.start, root.end))?.[1] ?? '';
  const added = `${xml.slice(0, last)}<${prefix}si><${prefix}t>${escapeText(text)}</${prefix}t></${prefix}si>${xml.slice(last)}`;
  // The number of distinct strings is one more; that of cells that use one stays.
  const unique = attributeOf(xml, root, 'uniqueCount');
  const head = xml.slice(root.start, root.end);
  const counted = unique === undefined ? head : head.replace(/(uniqueCount\s*=\s*["'])\d+/, `$1${texts.length + 1}`);
  return { index: texts.length, xml: added.slice(0, root.start) + counted + added.slice(root.end) };
}
