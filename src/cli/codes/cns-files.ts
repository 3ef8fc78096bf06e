/** `--cns`: a code such as `3-2144`, or a file of the CNS 11643 open data; both may be given, files more than once. */
import { basename } from 'node:path';
import type { CnsTables } from '../../core/cns.ts';
import { cnsCode } from '../../core/coined-draft.ts';
import { fileSource } from '../../formats/bytes.ts';
import { readCnsTables } from '../../formats/cns/tables.ts';
import type { Context } from '../command.ts';

export interface CnsOption {
  readonly codes: readonly string[];
  /** Null when no file was given. */
  readonly tables: CnsTables | null;
}

/** @throws {Fault} `file/not-found`; ProblemError `coined/not-cns-table` */
export async function cnsOption(context: Context): Promise<CnsOption> {
  const given = (context.options['cns'] ?? []) as readonly string[];
  const codes = given.filter((text) => cnsCode(text));
  const files: { name: string; source: Awaited<ReturnType<typeof fileSource>> }[] = [];
  try {
    for (const path of given.filter((text) => !codes.includes(text))) files.push({ name: basename(path), source: await fileSource(path) });
    return { codes, tables: files.length === 0 ? null : await readCnsTables(files) };
  } finally {
    for (const { source } of files) await source[Symbol.asyncDispose]();
  }
}
