import { describe, expect, it } from 'vitest';
import { XmlError } from '../../../src/formats/xml/sax.ts';
import { attribute, buildXml, children, parseXml } from '../../../src/formats/xml/tree.ts';

const parse = (xml: string, root = 'a') => parseXml(new TextEncoder().encode(xml), root);

describe('parseXml', () => {
  it('keeps every text as it stands: no numbers, no lost zeros, rare characters decoded', () => {
    const root = parse('<?xml version="1.0"?><p:a xmlns:p="u"><p:b id="05" r:id="r1">095</p:b><b n="&#x20BB7;&amp;&#9;"/></p:a>');
    const [first, second] = children(root, 'b');
    expect(attribute(first, 'id')).toBe('r1');
    expect(first!['#text']).toBe('095');
    expect(attribute(second, 'n')).toBe('𠮷&\t');
    expect(children(root, 'missing')).toEqual([]);
    expect(attribute(second, 'missing')).toBeUndefined();
  });

  it('gives an element without content as a node', () => {
    expect(children(parse('<a><b/></a>'), 'b')).toHaveLength(1);
  });

  it.each([
    ['doctype', '<!DOCTYPE a><a/>'], ['doctype', '<?xml version="1.0"?><!doctype a [<!ENTITY x "y">]><a>&x;</a>'],
    ['malformed', '<a><b></a>'], ['malformed', ''], ['malformed', '<other/>'], ['too-deep', '<a>'.repeat(80) + '</a>'.repeat(80)],
    ['too-long', `<a>${' '.repeat(17 * 1024 * 1024)}</a>`],
  ])('%s: %#', (flaw, xml) => {
    expect(() => parse(xml)).toThrow(XmlError);
    expect(() => parse(xml)).toThrow(flaw);
  });

  it('takes nothing but UTF-8', () => {
    expect(() => parseXml(new Uint8Array([0x3c, 0x61, 0xff]), 'a')).toThrow('not-utf-8');
  });
});

it('buildXml escapes what it is given and is read back', () => {
  const xml = buildXml('a', { '@x': '"<&>\'', b: [{ '@y': '1' }, { '#text': '<𠮷> & "' }] });
  const root = parse(xml);
  expect(attribute(root, 'x')).toBe('"<&>\'');
  expect(children(root, 'b').map((node) => node['#text'] ?? '')).toEqual(['', '<𠮷> & "']);
});
