/**
 * Leaves the words of a rule unmutated: title, message, why, fix and source are prose for people, held by the tests of the
 * documentation. What is left is what a rule does: its condition, fields, types, severity, parameters.
 */

const PROSE: ReadonlySet<string> = new Set(['title', 'message', 'why', 'fix', 'source']);

/** As much of Babel's path as is looked at. */
interface Path {
  readonly parentPath: Path | null;
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } };
}

/** The value of one of these properties, or anything within it. */
function isProse(path: Path): boolean {
  for (let at: Path | null = path; at !== null; at = at.parentPath) {
    if (at.node.type === 'ObjectProperty' && PROSE.has(at.node.key?.name ?? '')) return true;
  }
  return false;
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'prose', value: { shouldIgnore: (path: Path) => (isProse(path) ? 'prose' : undefined) } },
];
