/**
 * Reading large XML parts as a stream of events. The one door to saxes.
 * A DOCTYPE is where entities are declared: OOXML has none and none is taken; where one is expected, only its name is.
 */
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without namespace prefix: some writers call a row `x:row`. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Why a part cannot be read on. */
export type XmlFlaw = 'doctype' | 'too-deep' | 'too-long' | 'not-utf-8' | 'malformed';

/** Thrown by the parser; the caller knows the file and turns it into a problem. */
export class XmlError extends Error {
  readonly flaw: XmlFlaw;

  constructor(flaw: XmlFlaw) {
    super(flaw);
    this.name = 'XmlError';
    this.flaw = flaw;
  }
}

/** Elements inside elements; a sheet needs about ten. */
const DEEPEST = 64;

/** Characters between two events: one text or one tag with its attributes. */
const LONGEST_TOKEN = 4 * 1024 * 1024;

/** A parser that is fed bytes (UTF-8), or text somebody else has decoded, until `end`. All throw {@link XmlError}. */
export interface XmlFeed {
  write(bytes: Uint8Array): void;
  writeText(text: string): void;
  end(): void;
}

export interface XmlFeedOptions {
  /** True takes a DOCTYPE that declares nothing itself; the file it may name is never fetched. */
  readonly doctype?: boolean;
}

/** Decodes a stream of UTF-8, chunk by chunk, without bytes at its end; throws {@link XmlError}. */
export function xmlDecoder(): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new XmlError('not-utf-8');
    }
  };
}

/** A parser that tells `events` what it meets, element by element, as it is fed. */
export function xmlFeed(events: XmlEvents, options: XmlFeedOptions = {}): XmlFeed {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoded = xmlDecoder();
  let depth = 0;
  let sinceEvent = 0;

  parser.on('error', () => { throw new XmlError('malformed'); });
  parser.on('doctype', (text) => {
    if (options.doctype !== true || text.includes('[')) throw new XmlError('doctype');
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    if (++depth > DEEPEST) throw new XmlError('too-deep');
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceEvent = 0;
    depth--;
    events.close(localName(tag.name));
  });
  const text = (content: string) => {
    sinceEvent = 0;
    events.text(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  function writeText(part: string): void {
    sinceEvent += part.length;
    const before = sinceEvent;
    parser.write(part);
    if (sinceEvent === before && sinceEvent > LONGEST_TOKEN) throw new XmlError('too-long');
  }

  return {
    write: (bytes) => writeText(decoded(bytes)),
    writeText,
    end() {
      parser.write(decoded());
      parser.close();
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
