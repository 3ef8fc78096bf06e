/** A sheet part as events: whole rows where they are clean, else what the XML parser says. */
import { type XmlEvents, type XmlFeed, xmlDecoder, xmlFeed } from '../xml/sax.ts';
import { type CleanRow, cleanRow, ROW_END } from './clean-row.ts';

export interface SheetEvents extends XmlEvents {
  /** A whole row, of which nothing else is said. */
  row(row: CleanRow): void;
}

const ROW = '<row';
/** Where rows begin, or have ended, as everybody writes it. */
const BEFORE_ROWS = /<sheetData>\s*$/;
/** Characters a row is waited for; a longer one is for the parser. */
const LONGEST_ROW = 1024 * 1024;

/**
 * Rows are taken past the parser only while it stands between rows, in plain text: no comment, no CDATA and no instruction
 * has been seen, and the last thing it met was the start of `sheetData` or the end of a row. Cutting whole rows out there
 * leaves what it reads as well-formed as it was.
 */
export function sheetFeed(events: SheetEvents): Pick<XmlFeed, 'write' | 'end'> {
  const decode = xmlDecoder();
  let last = '';
  const feed = xmlFeed({
    open(name, attributes) {
      last = name;
      events.open(name, attributes);
    },
    text: events.text,
    close(name) {
      last = `/${name}`;
      events.close(name);
    },
  });
  let pending = '';
  let begun = false;
  let quick = true;
  let betweenRows = false;

  /** Hands text to the parser. */
  const hand = (text: string): void => {
    if (text === '') return;
    if (text.includes('<!') || text.includes('<?', begun ? 0 : 1)) quick = false;
    begun = true;
    feed.writeText(text);
    if (text.trim() !== '') betweenRows = (last === 'sheetData' && BEFORE_ROWS.test(text)) || (last === '/row' && text.endsWith('>'));
  };

  /** Takes the rows that are whole; returns where what is left begins. */
  const takeRows = (): number => {
    let at = 0;
    while (quick) {
      const start = pending.indexOf(ROW, at);
      if (start === -1) {
        // A tag may be cut anywhere: what follows the last `<` waits for its end.
        const open = pending.lastIndexOf('<');
        const whole = open === -1 || open < at || pending.includes('>', open) ? pending.length : open;
        hand(pending.slice(at, whole));
        return whole;
      }
      hand(pending.slice(at, start));
      at = start;
      const tagEnd = pending.indexOf('>', start);
      if (tagEnd === -1) return at;
      if (!betweenRows || !/[ >/]/.test(pending[start + ROW.length]!)) quick = false;
      else if (pending[tagEnd - 1] === '/') {
        at = tagEnd + 1;
        hand(pending.slice(start, at));
      } else {
        const close = pending.indexOf(ROW_END, tagEnd);
        if (close === -1) return at;
        at = close + ROW_END.length;
        const row = cleanRow(pending, start, at);
        if (row === null) hand(pending.slice(start, at));
        else events.row(row);
      }
    }
    return at;
  };

  const take = (text: string): void => {
    pending += text;
    if (quick) pending = pending.slice(takeRows());
    if (!quick || pending.length > LONGEST_ROW) {
      quick = false;
      hand(pending);
      pending = '';
    }
  };

  return {
    write: (bytes) => take(decode(bytes)),
    end() {
      take(decode());
      hand(pending);
      feed.end();
    },
  };
}
