/** The wanted paths of a table as a tree, walked along with the elements of a record. */
import type { XmlTableShape } from './shape.ts';

export interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** Column whose text stands here; -1 for none. */
  column: number;
  /** True when the text is the row's own and not the whole record's. */
  own: boolean;
  /** True when the element is a row. */
  row: boolean;
  /** True when the element is a row of another table. */
  other: boolean;
}

const node = (): TrieNode => ({ children: new Map(), column: -1, own: false, row: false, other: false });

function reach(from: TrieNode, path: string): TrieNode {
  let at = from;
  for (const step of path.split('/')) {
    let next = at.children.get(step);
    if (next === undefined) at.children.set(step, (next = node()));
    at = next;
  }
  return at;
}

/**
 * The tree of one table, its root standing for the record's element.
 *
 * @param others elements that are rows of other tables, where the table must know of them
 */
export function trieOf(table: XmlTableShape, others: readonly string[] = []): TrieNode {
  const root = node();
  const place = (at: TrieNode, column: number, own: boolean): void => {
    at.column = column;
    at.own = own;
  };
  const rows = (table.each ?? []).map((path) => reach(root, path));
  for (const row of rows) row.row = true;
  for (const path of others) reach(root, path).other = true;
  for (const [column, { paths }] of table.columns.entries()) {
    for (const path of paths) {
      if (!path.startsWith('./')) place(reach(root, path), column, false);
      else for (const row of rows) place(reach(row, path.slice(2)), column, true);
    }
  }
  return root;
}
