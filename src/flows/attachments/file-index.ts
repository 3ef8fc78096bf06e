/** Files by name and by the id in their path, so that a school's thousands of `C01.pdf` are not compared one by one. */
import { idsIn } from '../../core/mask.ts';
import type { Claim, DroppedFile } from './match.ts';
import { firstDotKey, partKey, partsOf } from './path.ts';

/** Stands for a path without any id. */
const NOBODY = '';

export class FileIndex {
  readonly #byName = new Map<string, Map<string, DroppedFile[]>>();

  constructor(files: readonly DroppedFile[]) {
    for (const file of files) {
      const ids = new Set(idsIn(file.path));
      for (const name of this.#namesOf(file)) {
        for (const id of ids.size > 0 ? ids : [NOBODY]) this.#add(name, id, file);
      }
    }
  }

  /** By its own name, the student's, and the one with the middle left out. */
  #namesOf({ path, original }: DroppedFile): ReadonlySet<string> {
    const last = partsOf(path)?.at(-1);
    return new Set([last, original].flatMap((name) => (name === undefined ? [] : [firstDotKey(name)])));
  }

  #add(name: string, id: string, file: DroppedFile): void {
    const byId = this.#byName.get(name) ?? new Map<string, DroppedFile[]>();
    this.#byName.set(name, byId);
    const list = byId.get(id);
    if (list) list.push(file);
    else byId.set(id, [file]);
  }

  #bucket({ link }: Claim): ReadonlyMap<string, readonly DroppedFile[]> | undefined {
    const last = partsOf(link)?.at(-1);
    return last === undefined ? undefined : this.#byName.get(firstDotKey(last));
  }

  /** Files of the name that lie in no other student's folder; all of the name for an item of no one student. */
  possible(claim: Claim): readonly DroppedFile[] {
    const bucket = this.#bucket(claim);
    if (!bucket) return [];
    const wanted = claim.ids.length === 0 ? [...bucket.keys()] : [...claim.ids, NOBODY];
    return [...new Set(wanted.flatMap((id) => bucket.get(id) ?? []))];
  }

  /** True when the link itself leads into another student's folder, and there is a file. */
  ofOthers(claim: Claim): boolean {
    const bucket = this.#bucket(claim);
    return bucket !== undefined && idsIn(claim.link).some((id) => !claim.ids.includes(id) && bucket.has(partKey(id).toUpperCase()));
  }
}
