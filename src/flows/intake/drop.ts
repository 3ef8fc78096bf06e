/**
 * One drop: files handed over together. Each file is kept (encrypted) first and read from what was kept,
 * so that what is checked later is what was read; then all of them become visible at once.
 */
import type { ByteSource } from '../../core/bytes.ts';
import { ProblemError } from '../../core/problem.ts';
import { openInput } from '../../formats/open.ts';
import type { ZipArchive } from '../../formats/zip/read.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { inputId } from './input-id.ts';
import { isNotData, type OfferedFile } from './offered.ts';
import { type DropOutcome, type FileOutcome, outcomeOf } from './outcome.ts';
import { type KeptFile, quarantineFile, takeIn } from './take-in.ts';

export interface DropOptions {
  /** Term for files that do not say theirs, `114-1`. */
  readonly term: string | null;
  /** Password of encrypted archives, from a file the operator named. */
  readonly password?: string;
}

interface Drop {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly options: DropOptions;
  readonly outcomes: FileOutcome[];
}

async function keep(drop: Drop, name: string, source: ByteSource): Promise<KeptFile> {
  const { sha256, size } = await drop.store.blobs.put(source);
  return { id: inputId(name, sha256), name, sha256, size };
}

/** An input read before with the same mapping needs no second reading; one that was replaced comes back into force. */
function known(drop: Drop, kept: KeptFile): FileOutcome | null {
  const input = drop.store.input(kept.id);
  if (!input) return null;
  const current = input.system === null ? null : drop.services.registry.adapter(input.system)?.hash ?? null;
  if (input.status === 'quarantined' || input.mappingHash !== current) return null;
  const active = drop.store.inputs({ active: true }).some((one) => one.id === kept.id);
  return outcomeOf(input, active ? 'unchanged' : 'imported');
}

async function takeArchive(drop: Drop, kept: KeptFile, archive: ZipArchive): Promise<void> {
  for (const entry of archive.entries) {
    if (isNotData(entry.name)) continue;
    const name = `${kept.name}!${entry.name}`;
    try {
      await takeFile(drop, name, await entry.source(), 1);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const lost: KeptFile = { id: inputId(name, kept.sha256), name, sha256: kept.sha256, size: kept.size };
      drop.outcomes.push(outcomeOf(await quarantineFile(drop.store, lost, error.problem), 'quarantined'));
    }
  }
}

async function takeFile(drop: Drop, name: string, source: ByteSource, depth: number): Promise<void> {
  const kept = await keep(drop, name, source);
  const before = known(drop, kept);
  if (before) {
    drop.outcomes.push(before);
    return;
  }
  const refuse = async (error: ProblemError): Promise<void> => {
    drop.outcomes.push(outcomeOf(await quarantineFile(drop.store, kept, error.problem), 'quarantined'));
  };
  try {
    const opened = await openInput(await drop.store.blobs.open(kept.sha256), name, {
      encodings: ['utf-8', 'cp950'],
      ...(drop.options.password === undefined ? {} : { password: drop.options.password }),
    });
    if (opened.kind === 'archive') {
      try {
        if (depth > 0) throw new ProblemError({ code: 'intake/nested-archive', params: { file: name } });
        await takeArchive(drop, kept, opened.archive);
      } finally {
        await opened.archive.close();
      }
      return;
    }
    try {
      const info = await takeIn(drop.services, drop.store, kept, opened.file, drop.options.term);
      drop.outcomes.push(outcomeOf(info, info.status));
    } finally {
      await opened.file.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await refuse(error);
  }
}

/**
 * Takes the files in and publishes them together. A file that cannot be read goes to quarantine and
 * the others go on; the result has one outcome per data file, archives counting as the files in them.
 */
export async function takeDrop(services: Services, store: SchoolStore, files: readonly OfferedFile[], options: DropOptions): Promise<DropOutcome> {
  const drop: Drop = { services, store, options, outcomes: [] };
  for (const file of files) {
    services.progress.step(file.name);
    await using source = await file.open();
    await takeFile(drop, file.name, source, 0);
  }
  const changes = await store.publish(drop.outcomes.map((outcome) => outcome.input.id));
  return { files: drop.outcomes, changes };
}
