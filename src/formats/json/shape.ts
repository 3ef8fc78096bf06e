/** How the lists of a JSON file become tables, and back: the `shape` of an adapter's manifest. */
import type { OpenFile } from '../../core/table.ts';

export interface JsonTableShape {
  /**
   * Where its rows stand: a JSON Pointer with a star for every item of a list, as in `/dataRows/*`; one that does not end
   * in a star is an object that is a row itself, the empty one the whole document.
   */
  readonly path: string;
  /** Title of the table; the path's last key when left out. */
  readonly sheet?: string;
  /** True when the file's name says what the list holds: the title is its base name. */
  readonly named?: boolean;
  /**
   * Keys of a row that are true or false, at most one of them true, with the table the row belongs to then. A row of
   * none stays in this table.
   */
  readonly flags?: Readonly<Record<string, string>>;
  /** Text by key that stands for "nothing": read as a blank cell, written for one. */
  readonly none?: Readonly<Record<string, string>>;
  /** Keys of a row that hold an object, whose own keys are columns: `詳細資訊.狀態`. Tables that have any are read only. */
  readonly inside?: readonly string[];
  /** False for a list some write under another name: it is read, and its rows are written under the other. */
  readonly writes?: boolean;
}

export interface JsonShape {
  readonly tables: readonly JsonTableShape[];
  /** Keys that say whose the rows are: rows with equal values are written below the same item of the outermost list. */
  readonly key: readonly string[];
  /** Where the key stands: in every row, or once around the rows. */
  readonly keyIn: 'row' | 'group';
  /** Keys whose values are written as numbers. */
  readonly numbers?: readonly string[];
}

/** How a JSON file is built that is no export of a school's data; the keys at its top tell it from any other. */
export interface DocumentShape extends JsonShape {
  readonly document: NonNullable<OpenFile['document']>;
  /** Keys of the document, all of which it has. */
  readonly signs: readonly string[];
}

/** Keys of a pointer, `*` for every item. */
export function stepsOf(path: string): readonly string[] {
  return path === '' ? [] : path.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer one step further down. */
export function below(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer of a list's items. */
export function items(path: string): string {
  return `${path}/*`;
}

/** Title of a table: as the shape says, or the last key of its path, or the file's base name for a list without a key. */
export function titleOf(table: JsonTableShape, file: string): string {
  const base = (file.split(/[/\\!]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
  if (table.named) return base;
  return table.sheet ?? stepsOf(table.path).findLast((step) => step !== '*') ?? base;
}
