/** Who did what to whose data: one line an act in the school's append-only log. */
import { userInfo } from 'node:os';
import { isoTime } from '../observe/clock.ts';
import type { FileOutcome } from './intake/outcome.ts';
import type { Services } from './services.ts';

/** Details carry counts and hashes, never personal data. */
export function audit(services: Services, school: string, what: string, details: Readonly<Record<string, unknown>>): void {
  services.home.audit(school).append({ at: isoTime(services.clock), who: userInfo().username, what, subject: null, details });
}

/** An act that is about one student, named by the store's reference. */
export function auditStudent(services: Services, school: string, what: string, ref: string, details: Readonly<Record<string, unknown>>): void {
  services.home.audit(school).append({ at: isoTime(services.clock), who: userInfo().username, what, subject: ref, details });
}

/** One line a file, so that a drop of thousands of files has no line without bound. */
export function auditDrop(services: Services, school: string, what: string, files: readonly FileOutcome[]): void {
  for (const { file, sha256, status, records, rejected } of files) {
    if (status !== 'unchanged') audit(services, school, what, { file: file.slice(0, 500), sha256, status, records, rejected });
  }
}

/** One line for all attachments of a drop: thousands come at once, and their names are often about a person. */
export function auditAttachments(services: Services, school: string, what: string, contents: readonly { readonly size: number }[]): void {
  if (contents.length > 0) audit(services, school, what, { attachments: contents.length, bytes: contents.reduce((sum, { size }) => sum + size, 0) });
}
