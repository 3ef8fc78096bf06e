/** Looks at the files of the target as it will: every one is there, byte for byte, and every link leads to the same one. */
import { join } from 'node:path';
import { Fault } from '../../../core/fault.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import { sha256Of } from '../../../core/sha256.ts';
import { fileSource } from '../../../formats/bytes.ts';
import type { CollectedFile } from './collect.ts';
import type { MovedFile } from './move.ts';
import { type LinkedItem, resolveLinks } from './resolve.ts';

/** An item as the target has it, and what its links are to lead to, by field; null for nowhere. */
export interface ProvedItem {
  readonly item: LinkedItem;
  readonly leadsTo: ReadonlyMap<string, CollectedFile | null>;
}

/** @throws {Fault} `migrate/not-proved` */
export async function proveFiles(folder: string, moved: readonly MovedFile[], items: readonly ProvedItem[], former: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const refuse = (detail: string): Fault => new Fault('migrate/not-proved', { detail: maskIdsIn(detail) });
  const contents = new Map(items.flatMap(({ leadsTo }) => [...leadsTo.values()].flatMap((file) => (file === null ? [] : [[file.sha256, file] as const]))));
  for (const { path, sha256 } of moved) {
    await using source = await fileSource(join(folder, path));
    if (await sha256Of(source) !== sha256) throw refuse(`${path} is not what was moved`);
  }
  const files = moved.map(({ path, sha256 }) => ({ ...contents.get(sha256)!, unit: '', path }));
  const found = resolveLinks(files, items.map(({ item }) => item), former);
  for (const [at, { leadsTo }] of items.entries()) {
    for (const [field, file] of leadsTo) {
      const link = found[at]!.find((one) => one.field === field);
      if ((link?.file?.sha256 ?? null) !== (file?.sha256 ?? null)) throw refuse(`${link?.link ?? field} leads elsewhere`);
    }
  }
}
