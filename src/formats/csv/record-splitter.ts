/**
 * Decoded text to rows, window by window: every record becomes exactly one row, with a problem when it cannot be
 * trusted, and one bad record costs no other.
 *
 * After a broken quote nobody can know where the record was meant to end. The rule here: it ends before the next line
 * of the file that, read as the start of a record, has the header's number of cells and no quote out of place. The
 * lines until then belong to the broken record. A record that holds line breaks and has not the header's number of
 * cells, or a stray quote after them, is put to the same test: most often an unclosed quote met the next quote in the
 * file. When no line within it passes, it stays the one record it was.
 */
import type { Problem } from '../../core/problem.ts';
import type { Row } from '../../core/table.ts';
import type { UndecodableText } from '../text/encoding.ts';
import type { CsvHeader } from './header.ts';
import { isBlank } from './blank.ts';
import { MAX_KEPT, MAX_RECORD, MAX_WASTE } from './limits.ts';
import { Marks } from './marks.ts';
import { RecordScanner } from './record-scanner.ts';

/** A record that broke off, until the line is found where reading goes on. */
interface Broken {
  readonly row: number;
  /** Line of the file it begins in. */
  readonly line: number;
  readonly code: string;
  /** Header of the broken cell, when it is known which one that is. */
  readonly column: string | undefined;
  /** Cells before the broken one. */
  readonly cells: readonly string[];
  /** The rest of it, as it stands in the file. */
  kept: string;
  /** False at the start of a line, where reading might go on. */
  insideLine: boolean;
  /** What to make of it if no line before this text position passes. */
  readonly otherwise?: { readonly end: number; readonly row: Row };
}

export class RecordSplitter {
  private readonly file: string;
  private readonly sheet: string;
  private readonly header: readonly string[];
  private readonly scanner: RecordScanner;
  private readonly marks: Marks;
  private carry = '';
  private incoming = '';
  private base = 0;
  /** Length of what was passed over. */
  private skipped = 0;
  private row: number;
  /** Physical line of the file the next record begins in. */
  private line: number;
  private window = '';
  /** Characters looked at in vain, in records that turned out broken and in lines where reading could not go on. */
  private wasted = 0;
  private broken: Broken | undefined;
  private rows: Row[] = [];

  /** Reads what comes after `header`, which the decoder has not seen; `errors` is the decoder's list, from which this takes what it has dealt with. */
  constructor(file: string, sheet: string, header: CsvHeader, errors: UndecodableText[]) {
    this.file = file;
    this.sheet = sheet;
    this.header = header.names;
    this.scanner = new RecordScanner(header.delimiter, header.names.length);
    this.marks = new Marks(errors);
    this.row = header.rows;
    this.line = header.lines + 1;
  }

  /** True between two records that nothing is the matter with: whoever can may read on without this. */
  get idle(): boolean {
    return this.carry === '' && this.incoming === '' && this.broken === undefined;
  }

  /** Number of the last row. */
  get lastRow(): number {
    return this.row;
  }

  /** Passes over records that somebody else has read, one line each; `size` is their length in characters or bytes. */
  skip(lines: number, size: number): void {
    this.row += lines;
    this.line += lines;
    this.skipped += size;
  }

  /** The rows that are complete with `text`; `last` says that the file ends with it. */
  push(text: string, last: boolean): Row[] {
    this.incoming = this.incoming === '' ? text : this.incoming + text;
    // A record larger than a window is scanned again only when its text has doubled.
    if (!last && this.incoming.length < this.carry.length) return [];
    this.window = this.carry === '' ? this.incoming : this.carry + this.incoming;
    this.incoming = '';
    this.scanner.open(this.window, last);
    this.rows = [];
    this.marks.open(this.window, this.base);
    let at = 0;
    while (at < this.window.length) {
      const next = this.broken === undefined ? this.record(at) : this.goOn(this.broken, at);
      if (next === -1) break;
      at = next;
      if (at > this.marks.next) this.marks.pass(at);
    }
    if (last && this.broken !== undefined) this.rows.push(this.broken.otherwise?.row ?? this.brokenRow(this.broken));
    this.base += at;
    this.carry = this.window.slice(at);
    return this.rows;
  }

  /** Reads the record at `at`; returns where the next begins, or -1 when more text is needed. */
  private record(at: number): number {
    const { scanner } = this;
    const status = scanner.scan(at, false, this.thrifty(at));
    if (status === 'more') return -1;
    if (status === 'broken') return this.breakOff(at);
    const { cells, next, multiline, looseQuote } = scanner;
    this.row += 1;
    if (!isBlank(cells)) {
      const row = this.finish(cells, at, next);
      if (multiline && (looseQuote || !this.fits(cells))) {
        scanner.rewind();
        this.broken = {
          row: this.row, line: this.line, code: 'csv/broken-quote', column: undefined, cells: [], kept: '', insideLine: true,
          otherwise: { end: this.base + next, row },
        };
        return at;
      }
      this.rows.push(row);
    }
    this.line += multiline ? this.lineBreaks(at, next) : 1;
    return next;
  }

  private finish(cells: string[], at: number, next: number): Row {
    if (this.marks.next < next) return { row: this.row, cells, problem: this.markProblem(at, next) };
    if (cells.length === this.header.length) return { row: this.row, cells };
    if (!this.fits(cells)) {
      const code = cells.length < this.header.length ? 'csv/too-few-cells' : 'csv/too-many-cells';
      const params = { expected: this.header.length, found: cells.length, line: this.line };
      return { row: this.row, cells, problem: this.problem(this.row, code, params) };
    }
    cells.length = this.header.length;
    return { row: this.row, cells };
  }

  /** True when there is a cell for each column, and nothing but empty ones after them. */
  private fits(cells: readonly string[]): boolean {
    const columns = this.header.length;
    if (cells.length <= columns) return cells.length === columns;
    for (let i = columns; i < cells.length; i += 1) if (cells[i] !== '') return false;
    return true;
  }

  private breakOff(at: number): number {
    const { scanner } = this;
    this.row += 1;
    // With a line break in an earlier cell it is not known which cell is the broken one: the whole text is kept.
    const whole = scanner.multiline;
    this.wasted += scanner.next - at;
    this.broken = {
      row: this.row,
      line: this.line,
      code: scanner.tooLong ? 'csv/record-too-long' : 'csv/broken-quote',
      column: whole || scanner.tooLong ? undefined : this.header[scanner.cells.length],
      cells: whole ? [] : scanner.cells,
      kept: '',
      insideLine: true,
    };
    scanner.rewind();
    return whole ? at : scanner.brokenAt;
  }

  /** Looks for the line where reading can go on; `at` is inside the broken record or at the start of a line. */
  private goOn(broken: Broken, at: number): number {
    const { scanner } = this;
    if (broken.insideLine) {
      const end = scanner.lineEnd(at);
      const next = scanner.afterBreak(end);
      const ended = next !== -1 && end < this.window.length;
      const to = ended ? next : end;
      broken.kept += this.window.slice(at, Math.min(to, at + MAX_KEPT - broken.kept.length));
      if (!ended) return to === at ? -1 : to;
      broken.insideLine = false;
      this.line += 1;
      return next;
    }
    if (broken.otherwise !== undefined && this.base + at >= broken.otherwise.end) {
      this.rows.push(broken.otherwise.row);
      this.broken = undefined;
      return at;
    }
    const status = scanner.scan(at, true, this.thrifty(at));
    if (status === 'more') return -1;
    const reached = scanner.next;
    scanner.rewind();
    if (status === 'ok' && !scanner.looseQuote && this.fits(scanner.cells) && !isBlank(scanner.cells)) {
      this.rows.push(this.brokenRow(broken));
      this.broken = undefined;
    } else {
      this.wasted += reached - at;
      broken.insideLine = true;
    }
    return at;
  }

  private brokenRow(broken: Broken): Row {
    const params = { line: broken.line, lines: this.line - broken.line + (broken.insideLine ? 1 : 0), limit: MAX_RECORD };
    const problem = this.problem(broken.row, broken.code, params, broken.column);
    return { row: broken.row, cells: [...broken.cells, broken.kept.replace(/[\r\n]+$/, '')], problem };
  }

  /** What is wrong with a record that holds a NUL or bytes without a character. */
  private markProblem(at: number, next: number): Problem {
    const bad = this.marks.undecodable(next);
    const [first] = bad;
    if (first === undefined) return this.problem(this.row, 'csv/nul', { line: this.line });
    this.scanner.rewind();
    this.scanner.scan(at, true);
    const column = this.header[this.scanner.ends.findIndex((end) => first.at - this.base < end)];
    const params = { offset: first.offset, bytes: first.bytes, count: bad.length, line: this.line };
    return this.problem(this.row, 'text/undefined-bytes', params, column);
  }

  private problem(row: number, code: string, params: Problem['params'], column?: string): Problem {
    return { code, params, file: this.file, sheet: this.sheet, row, ...(column === undefined ? {} : { column }) };
  }

  /**
   * Looking ahead may cost a few passes over the file, not one for every line: a file made of quotes that go out of
   * step loses its line breaks in quotes before it takes hours.
   */
  private thrifty(at: number): boolean {
    return this.wasted > MAX_RECORD + MAX_WASTE * (this.skipped + this.base + at);
  }

  private lineBreaks(from: number, to: number): number {
    return this.window.slice(from, to).match(/\r\n?|\n/g)?.length ?? 1;
  }
}
