/** The files a report speaks of, and what became of their rows. */
import type { FileLine } from '../../report/model.ts';
import type { SchoolStore } from '../../store/port.ts';

/** In the order of their names. */
export function fileLines(store: SchoolStore, terms: readonly string[]): FileLine[] {
  return store.inputs({ active: true })
    .filter((input) => input.terms.length === 0 || input.terms.some((term) => terms.includes(term)))
    // A quarantined file that was settled since is no file of the term any more.
    .filter((input) => input.status === 'imported' || store.quarantine({ input: input.id }).length > 0)
    .map(({ file, system, edition, status, tables }) => ({
      file, system, edition, status,
      sheets: tables.map(({ sheet, rowsRead, imported, rejected }) => ({ sheet, rowsRead, imported, rejected })),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
