import { describe, expect, it } from 'vitest';
import { XmlError, xmlFeed } from '../../../src/formats/xml/sax.ts';

const utf8 = new TextEncoder();

function events(xml: string | Uint8Array, step = Infinity): string[] {
  const seen: string[] = [];
  const feed = xmlFeed({
    open: (name, attributes) => seen.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`>${name}`),
  });
  const bytes = typeof xml === 'string' ? utf8.encode(xml) : xml;
  for (let at = 0; at < bytes.length; at += step) feed.write(bytes.subarray(at, at + step));
  feed.end();
  return seen;
}

function flaw(xml: string | Uint8Array): string {
  try {
    events(xml, 65_536);
  } catch (error) {
    if (error instanceof XmlError) return error.flaw;
    throw error;
  }
  return 'none';
}

describe('xmlFeed', () => {
  it('drops prefixes, decodes references, keeps CDATA', () => {
    expect(events('<?xml version="1.0"?><x:a xmlns:x="u" r="1"><x:b>&amp;&#x20BB7;&lt;</x:b><![CDATA[<&>]]></x:a>'))
      .toEqual(['<a {"xmlns:x":"u","r":"1"}', '<b {}', '&𠮷<', '>b', '<&>', '>a']);
  });

  it('does not care where the bytes are cut', () => {
    const xml = '<a 姓="王𠮷"><b>學習&#9;歷程</b></a>';
    const text = (parts: string[]) => parts.join('');
    for (const step of [1, 2, 3, 5, 7]) expect(text(events(xml, step))).toBe(text(events(xml)));
  });

  it.each([
    ['doctype', '<!DOCTYPE a><a/>'],
    ['doctype', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['malformed', '<a><b></a>'],
    ['malformed', '<a>'],
    ['malformed', '<a>&undeclared;</a>'],
    ['malformed', 'text'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a>\u0001</a>'],
    ['too-deep', '<a>'.repeat(65)],
    ['too-long', `<a>${' '.repeat(5 * 1024 * 1024)}`],
    ['none', '<a>'.repeat(64) + '</a>'.repeat(64)],
  ])('%s: %#', (expected, xml) => {
    expect(flaw(xml)).toBe(expected);
  });

  it('takes nothing but UTF-8', () => {
    expect(flaw(new Uint8Array([0x3c, 0x61, 0x3e, 0xff]))).toBe('not-utf-8');
    expect(flaw(new Uint8Array([0x3c, 0x61, 0x3e, 0xe5, 0xad]))).toBe('not-utf-8');
  });
});
