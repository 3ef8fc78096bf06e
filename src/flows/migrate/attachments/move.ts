/** The files of a migration from the source's items to the target's, each accounted for. */
import { COPYFILE_FICLONE } from 'node:constants';
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CanonicalRecord } from '../../../core/record.ts';
import type { LossReason } from '../../../report/migration-model.ts';
import { SideFile } from '../side-file.ts';
import type { LossTally } from '../tally.ts';
import type { CollectedFile, SourceFiles } from './collect.ts';
import type { FilePlacement, Layout } from './layout.ts';
import type { ResolvedLink } from './resolve.ts';

/** What became of a link in the target. */
export type LinkFate = 'held' | 'item-not-held' | 'no-link' | 'file-name';

/** A file of the target. */
export interface MovedFile {
  readonly path: string;
  readonly sha256: string;
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The nearest a file came to having a place. */
const NEAREST: readonly Exclude<LinkFate, 'held'>[] = ['file-name', 'no-link', 'item-not-held'];

export class MovingFiles {
  readonly #source: SourceFiles;
  readonly #layout: Layout;
  readonly #placed = new Map<string, CollectedFile>();
  readonly #fates = new Map<string, Set<LinkFate>>();
  readonly #kinds = new Map<string, string>();

  constructor(source: SourceFiles, layout: Layout) {
    this.#source = source;
    this.#layout = layout;
  }

  /** Says what became of an item's link; `back` is the item as the target has it, null when it has no place. */
  settle({ field, kind, file }: ResolvedLink, placement: FilePlacement | null, back: CanonicalRecord | null): LinkFate {
    const fate = back === null ? 'item-not-held' : placement === null ? 'file-name' : back[field] === placement.link ? 'held' : 'no-link';
    if (file === null) return fate;
    this.#fates.set(file.sha256, (this.#fates.get(file.sha256) ?? new Set()).add(fate));
    this.#kinds.set(file.sha256, this.#kinds.get(file.sha256) ?? kind);
    if (fate === 'held') this.#placed.set(placement!.path, file);
    return fate;
  }

  /** The files of the target, in order of their paths. */
  get placed(): readonly MovedFile[] {
    return [...this.#placed].map(([path, { sha256 }]) => ({ path, sha256 })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Why a file has no place; null for one that has. */
  #lost({ sha256, size }: CollectedFile): LossReason | null {
    const fates = this.#fates.get(sha256);
    if (fates === undefined) return size === 0 ? 'empty' : 'no-item';
    return fates.has('held') ? null : NEAREST.find((fate) => fates.has(fate)) ?? 'no-item';
  }

  /** Lists of the names students gave their files, where the target has them; the names that have no list are counted. */
  #names(folder: string, tally: LossTally): void {
    const lists = new Map<string, Record<string, string>>();
    for (const [path, { path: source, original }] of [...this.#placed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const called = original ?? lastPart(source);
      const list = this.#layout.namesFor(path);
      if (list !== null) lists.set(list, { ...lists.get(list), [lastPart(path)]: called });
      else if (called !== lastPart(path)) tally.file(this.#kinds.get(this.#placed.get(path)!.sha256) ?? null, called, 'no-column', 'fileName');
    }
    for (const [path, names] of lists) writeFileSync(join(folder, path), `${JSON.stringify(names, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }

  /** Puts every content where it belongs: the last place takes the file itself, those before it copies. */
  #spread(folder: string): void {
    const left = new Map<string, number>();
    for (const { sha256 } of this.placed) left.set(sha256, (left.get(sha256) ?? 0) + 1);
    for (const { path, sha256 } of this.placed) {
      const to = join(folder, path);
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      const uses = left.get(sha256)! - 1;
      left.set(sha256, uses);
      if (uses > 0) copyFileSync(this.#source.path(sha256), to, COPYFILE_FICLONE);
      else renameSync(this.#source.path(sha256), to);
    }
  }

  /**
   * Moves all of it, what has no place into `not-held`.
   *
   * @returns source files by whether they have a place
   */
  move(files: readonly CollectedFile[], out: string, tally: LossTally): { readonly written: number; readonly notHeld: number } {
    this.#spread(join(out, 'files'));
    this.#names(join(out, 'files'), tally);
    const side = new SideFile(join(out, 'not-held', 'attachment.json'));
    const aside = new Set<string>();
    let notHeld = 0;
    try {
      for (const file of files) {
        const reason = this.#lost(file);
        if (reason === null) continue;
        notHeld += 1;
        const { unit, path, sha256, size, format } = file;
        const stored = join('not-held', 'attachments', sha256);
        tally.file(this.#kinds.get(sha256) ?? null, lastPart(path), reason);
        side.add({ file: unit === '' ? path : `${unit}!${path}`, reason, size, format, sha256, stored });
        if (aside.has(sha256)) continue;
        aside.add(sha256);
        mkdirSync(join(out, 'not-held', 'attachments'), { recursive: true, mode: 0o700 });
        renameSync(this.#source.path(sha256), join(out, stored));
      }
    } finally {
      side.close();
    }
    rmSync(this.#source.folder, { recursive: true, force: true });
    return { written: files.length - notHeld, notHeld };
  }
}
