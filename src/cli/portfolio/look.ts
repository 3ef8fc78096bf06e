/** What `show` and `verify` share: a file opened without a school's data, with keys only where it is sealed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadRegistry } from '../../adapters/registry.ts';
import { Fault } from '../../core/fault.ts';
import { lookAt } from '../../flows/portfolio/read/keep-file.ts';
import { lookInto, type Seen, type SeenStudent } from '../../flows/portfolio/look.ts';
import { keyringOf } from '../../flows/seals/keyring.ts';
import { passwordIn } from '../../flows/school-settings.ts';
import { type ByteFile, fileSource } from '../../formats/bytes.ts';
import type { ZipEntry } from '../../formats/zip/read.ts';
import { isSealed } from '../../package/portfolio/sealed/header.ts';
import type { Context } from '../command.ts';
import { schoolOption } from '../options.ts';
import { adapterFolders, openServices, type OpenServices } from '../services.ts';

/** The inner ZIP of a wrapped package, which has a password of its own, in a file that is gone afterwards. */
async function spoolIn(folder: string, entry: ZipEntry): Promise<ByteFile> {
  const path = join(folder, 'inner.zip');
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of entry.stream()) for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
  } finally {
    await handle.close();
  }
  return fileSource(path);
}

/** @throws Fault `usage/bad-option`, `file/not-found`, and for a sealed package those of opening a home */
export async function look(context: Context, file: string | undefined, each: (student: SeenStudent) => void): Promise<Seen> {
  if (file === undefined) throw new Fault('usage/bad-option', { command: 'portfolio', detail: 'FILE' });
  const school = context.options['school'] === undefined ? null : schoolOption(context, 'portfolio');
  const passwordFile = context.options['password-file'];
  await using cleanup = new AsyncDisposableStack();
  const source = cleanup.use(await fileSource(file));
  let services: OpenServices | null = null;
  if (await isSealed(source)) services = cleanup.use(await openServices(context));
  const folder = mkdtempSync(join(tmpdir(), 'licheng-look-'));
  cleanup.defer(() => rmSync(folder, { recursive: true, force: true }));
  const registry = services?.registry ?? await loadRegistry(adapterFolders(context.home));
  return await lookInto(source, basename(file), {
    registry, school, keep: lookAt,
    spool: async (entry) => cleanup.use(await spoolIn(folder, entry)),
    keyring(receiver) {
      if (!services) throw new Fault('home/missing', { home: context.home });
      return keyringOf(services, receiver);
    },
    ...(typeof passwordFile === 'string' ? { password: passwordIn(passwordFile) } : {}),
  }, each);
}
