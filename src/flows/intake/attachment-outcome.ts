/** What became of the attachments of a drop, file by file, in the form of the contract. */
import type { Finding } from '../../core/finding.ts';
import type { SchoolStore } from '../../store/port.ts';
import { problemFinding } from '../problem-finding.ts';
import type { FileOutcome } from './outcome.ts';
import { type KeptAttachment, shownName } from './take-attachment.ts';

/** SHA-256 of the files that lie in quarantine because no item names them. */
function unnamed(store: SchoolStore): ReadonlySet<string> {
  return new Set(store.quarantine().filter(({ problem }) => problem.code === 'attachment/unnamed').map(({ cells }) => cells.at(-1) ?? ''));
}

/**
 * One outcome a file, once the drop is published and its links are resolved. Each counts as one record of the type
 * `attachment`, named or not: it is taken in and kept.
 *
 * @param fresh tells whether a path and its content are new to the school
 */
export function attachmentOutcomes(store: SchoolStore, kept: readonly KeptAttachment[], fresh: (path: string, sha256: string) => boolean): readonly FileOutcome[] {
  if (kept.length === 0) return [];
  const aside = unnamed(store);
  return kept.map(({ place, content: { sha256, size }, names }): FileOutcome => {
    const file = shownName(place);
    const code = names === null ? 'attachment/bad-names' : size === 0 ? 'attachment/empty' : aside.has(sha256) ? 'attachment/unnamed' : null;
    const findings: Finding[] = code === null ? [] : [problemFinding({ code, params: { name: file, size } }, { file, sheet: null, table: null, definition: null })];
    const isFile = names === undefined && size > 0;
    return {
      file, sha256, system: null, edition: null, status: fresh(place.path, sha256) ? 'imported' : 'unchanged',
      records: isFile ? { attachment: 1 } : {}, rejected: 0, reasons: findings.map(({ rule }) => rule), findings, input: null,
    };
  });
}
