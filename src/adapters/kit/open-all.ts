/** Opens what a file holds: itself, or the files of an archive. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { OpenFile } from '../../core/table.ts';
import { memorySource, readAll } from '../../formats/bytes.ts';
import { openInput, type OpenOptions } from '../../formats/open.ts';
import type { Registry } from '../registry.ts';
import { shapesOf } from '../shapes.ts';

/** One file, opened or not; `name` is that of the entry for one of an archive, as `drop.zip!entry.csv`. */
export type Opened = { readonly name: string; readonly file: OpenFile } | { readonly name: string; readonly problem: Problem };

/** Largest file of an archive that is looked into, in bytes. */
const ENTRY_CAP = 256 * 1024 * 1024;
const ENCODINGS = ['utf-8', 'cp950'] as const;

async function* entriesOf(source: ByteSource, name: string, options: OpenOptions, nested: boolean): AsyncGenerator<Opened> {
  const opened = await openInput(source, name, options);
  if (opened.kind === 'file') {
    try {
      yield { name, file: opened.file };
    } finally {
      await opened.file.close();
    }
    return;
  }
  const { archive } = opened;
  try {
    if (nested) {
      yield { name, problem: { code: 'file/unknown-format', file: name, params: { found: 'ZIP' } } };
      return;
    }
    for (const entry of archive.entries) {
      const inner = `${name}!${entry.name}`;
      try {
        yield* entriesOf(memorySource(await readAll(await entry.source(), ENTRY_CAP)), inner, options, true);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        yield { name: inner, problem: error.problem };
      }
    }
    for (const problem of archive.problems) yield { name: `${name}!${String(problem.params['entry'] ?? '')}`, problem };
  } finally {
    await archive.close();
  }
}

/** Every file in order; one that cannot be opened comes with its coded problem, never as an error. Each is closed when the next is asked for. */
export async function* openAll(source: ByteSource, name: string, registry: Registry): AsyncGenerator<Opened> {
  try {
    yield* entriesOf(source, name, { encodings: ENCODINGS, ...shapesOf(registry) }, false);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    yield { name, problem: error.problem };
  }
}
