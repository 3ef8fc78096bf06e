/** Reading and writing small XML parts as trees. The one door to fast-xml-parser. */
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { XmlError } from './sax.ts';

/** An element: attributes as `@name`, text as `#text`, children as arrays under their name. Texts are never converted. */
export interface XmlNode {
  readonly [name: string]: string | readonly XmlNode[] | undefined;
}

/** Bytes of a part that is held as a tree. */
const LARGEST = 16 * 1024 * 1024;

const DEEPEST = 64;

/**
 * Settings of RULE-811: no value is turned into a number, every element is an array so that one child and
 * many look alike, and numeric references are decoded (rare characters depend on it).
 */
const parser = new XMLParser({
  ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text', removeNSPrefix: true,
  parseTagValue: false, parseAttributeValue: false, trimValues: false, alwaysCreateTextNode: false,
  ignoreDeclaration: true, ignorePiTags: true, processEntities: true, htmlEntities: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute, maxNestedTags: DEEPEST,
});

const builder = new XMLBuilder({
  ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text', suppressEmptyNode: true, processEntities: true,
});

/**
 * The root element of a small part.
 *
 * @param root name of the root element, without prefix
 * @throws XmlError
 * @requirement RULE-811
 */
export function parseXml(bytes: Uint8Array, root: string): XmlNode {
  if (bytes.length > LARGEST) throw new XmlError('too-long');
  const text = decoded(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new XmlError('doctype');
  let document: Record<string, unknown>;
  try {
    document = parser.parse(text, true) as Record<string, unknown>;
  } catch (error) {
    throw new XmlError(error instanceof Error && /nested/i.test(error.message) ? 'too-deep' : 'malformed');
  }
  const found = document[root];
  if (!Array.isArray(found)) throw new XmlError('malformed');
  return asNode(found[0]);
}

/** Child elements of that name; none when there is none. An element without content is an empty node. */
export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found = node?.[name];
  return Array.isArray(found) ? found.map(asNode) : [];
}

/** An attribute by its name without prefix. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const found = node?.[`@${name}`];
  return typeof found === 'string' ? found : undefined;
}

/** A whole XML part as text, declaration included; texts and attributes are escaped. */
export function buildXml(root: string, node: XmlNode): string {
  // A carriage return as it is would be read as a line feed.
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build({ [root]: node }).replaceAll('\r', '&#13;')}`;
}

function asNode(value: unknown): XmlNode {
  return typeof value === 'object' && value !== null ? value as XmlNode : { '#text': String(value) };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('not-utf-8');
  }
}
