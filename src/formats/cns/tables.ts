/** The CNS2UNICODE files of the CNS 11643 open data: lines of `<plane>-<code>` TAB `<code point>` (RULE-611). */
import type { ByteSource } from '../../core/bytes.ts';
import type { CnsMapping, CnsTables } from '../../core/cns.ts';
import { cnsCode } from '../../core/coined-draft.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { sha256 } from '../../core/sha256.ts';

/** The largest of the real files has 1.4 MB. */
const LIMIT = 16 * 1024 * 1024;
const LINE = /^(\d{1,2}-[0-9A-F]{4})\t(?:U\+)?([0-9A-F]{4,6})$/i;

/** Reads the files an operator has downloaded, each under its own name and SHA-256.
 * @throws ProblemError `coined/not-cns-table` for a file without a single mapping
 * @requirement RULE-611
 */
export async function readCnsTables(files: readonly { readonly name: string; readonly source: ByteSource }[]): Promise<CnsTables> {
  const byCode = new Map<string, CnsMapping[]>();
  const byPoint = new Map<number, Set<string>>();
  const versions: CnsTables['versions'][number][] = [];
  const remarks: Problem[] = [];
  for (const { name, source } of files) {
    const refused = new ProblemError({ code: 'coined/not-cns-table', params: {}, file: name });
    if (source.size > LIMIT) throw refused;
    const bytes = await source.read(0, source.size);
    const version = { file: name, sha256: sha256(bytes) };
    versions.push(version);
    let read = 0;
    const bad: number[] = [];
    for (const [at, line] of Buffer.from(bytes).toString('latin1').replace(/^\xef\xbb\xbf/, '').split(/\r?\n/).entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const match = LINE.exec(line.trimEnd());
      const code = match ? cnsCode(match[1]!) : null;
      const codePoint = match ? Number.parseInt(match[2]!, 16) : 0;
      if (!code || codePoint > 0x10ffff) {
        bad.push(at + 1);
        continue;
      }
      read += 1;
      byCode.set(code, [...(byCode.get(code) ?? []), { codePoint, version }]);
      byPoint.set(codePoint, (byPoint.get(codePoint) ?? new Set()).add(code));
    }
    if (read === 0) throw refused;
    if (bad.length > 0) remarks.push({ code: 'coined/cns-bad-lines', params: { count: bad.length, line: bad[0]! }, file: name });
  }
  return {
    versions, remarks,
    unicodeOf: (cns) => byCode.get(cns) ?? [],
    cnsOf: (codePoint) => [...(byPoint.get(codePoint) ?? [])].sort(),
  };
}
