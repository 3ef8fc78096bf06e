/** JSON and XML as nobody means them: too deep, too wide, or made to grow while they are read. */
import { both } from '../check.ts';
import type { Variant } from './variants.ts';

const DEEP = 100_000;
const WIDE = 10_000;

function json(stem: string): readonly Variant[] {
  const name = `${stem}.json`;
  const wide = Object.fromEntries(Array.from({ length: WIDE }, (_, at) => [`x${at}`, at]));
  return [
    { what: both('巢狀太深（JSON）', 'nesting without end (JSON)'), name, bytes: Buffer.from('['.repeat(DEEP)), mustComplain: true },
    { what: both(`${WIDE} 個欄位（JSON）`, `${WIDE} keys (JSON)`), name, bytes: Buffer.from(JSON.stringify({ rows: [wide] })), mustComplain: true },
    { what: both('沒有關上的引號（JSON）', 'a text that is never closed (JSON)'), name, bytes: Buffer.from('{"rows":[{"x":"'), mustComplain: true },
    { what: both('不是物件的內容（JSON）', 'something other than objects (JSON)'), name, bytes: Buffer.from('{"__proto__":[{"constructor":1}],"rows":[1,null,[[]]]}'), mustComplain: true },
  ];
}

function xml(stem: string): readonly Variant[] {
  const name = `${stem}.xml`;
  const grows = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]><a><r><x>&d;</x></r></a>';
  const outside = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a><r><x>&b;</x></r></a>';
  return [
    { what: both('巢狀太深（XML）', 'nesting without end (XML)'), name, bytes: Buffer.from('<a>'.repeat(DEEP)), mustComplain: true },
    { what: both('會膨脹的實體（XML）', 'entities that grow (XML)'), name, bytes: Buffer.from(grows), mustComplain: true },
    { what: both('指向外部檔案的實體（XML）', 'an entity that points outside (XML)'), name, bytes: Buffer.from(outside), mustComplain: true },
    { what: both(`${WIDE} 個欄位（XML）`, `${WIDE} elements in a row (XML)`), name, bytes: Buffer.from(`<a><r>${Array.from({ length: WIDE }, (_, at) => `<x${at}>1</x${at}>`).join('')}</r></a>`), mustComplain: true },
  ];
}

/** Documents of the formats an adapter takes. */
export function hostileDocuments(stem: string, formats: readonly string[]): readonly Variant[] {
  return [...(formats.includes('json') ? json(stem) : []), ...(formats.includes('xml') ? xml(stem) : [])];
}
