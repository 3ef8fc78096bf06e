/** What the school calls the files that submitted rows name by their content: a student knows `C01.pdf`, nobody a digest. */
import type { StudentKey } from '../../core/record.ts';
import { parseTerm } from '../../core/term.ts';
import { keyText } from '../../core/student-key.ts';
import { digestInName } from '../../package/year/name.ts';
import type { Identities } from '../../receipts/identities.ts';
import type { SchoolStore } from '../../store/port.ts';
import { attachmentOf } from '../attachments/resolve.ts';
import { termsOfYear } from '../year/students.ts';

/** Null for a cell that names no file of the student's. */
export type FileNames = (student: StudentKey, cell: string) => string | null;

/** Of the school year of a term. */
export async function fileNames(store: SchoolStore, term: string, identities: Identities): Promise<FileNames> {
  const names = new Map<string, string>();
  const nameOf = (student: StudentKey, digest: string): string => `${keyText(identities.latest(student))} ${digest}`;
  for (const one of termsOfYear(parseTerm(term)?.year ?? 0)) {
    for await (const { key, records } of store.students(one, ['attachment'])) {
      for (const { sha256, fileName } of records.map(attachmentOf).filter((found) => found !== null)) {
        const name = nameOf(key, sha256.slice(0, 32));
        if (!names.has(name)) names.set(name, fileName);
      }
    }
  }
  return (student, cell) => {
    const digest = digestInName(cell.trim());
    return digest === null ? null : names.get(nameOf(student, digest)) ?? null;
  };
}
