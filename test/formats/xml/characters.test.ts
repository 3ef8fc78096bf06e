import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeText, firstForbidden } from '../../../src/formats/xml/characters.ts';
import { xmlFeed } from '../../../src/formats/xml/sax.ts';

it('finds what XML cannot hold', () => {
  expect(firstForbidden('王\t\n\r𠮷\u0085')).toBe(-1);
  expect(firstForbidden('ab\u0000')).toBe(2);
  expect(firstForbidden('\u000b')).toBe(0);
  expect(firstForbidden('a\uffff')).toBe(1);
  expect(firstForbidden('𠮷\ud842')).toBe(2);
  expect(firstForbidden('\udfb7')).toBe(0);
});

it('escaped text comes back from an XML reader as it was', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => firstForbidden(value) < 0);
  fc.assert(fc.property(text, (value) => {
    let back = '';
    const feed = xmlFeed({ open: () => undefined, text: (part) => { back += part; }, close: () => undefined });
    feed.write(new TextEncoder().encode(`<a>${escapeText(value)}</a>`));
    feed.end();
    expect(back).toBe(value);
  }));
});
