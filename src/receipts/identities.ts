/** One person under several keys: corrections of id (407) or birth date (405) leave an old key and a new one. */
import type { StudentKey } from '../core/record.ts';
import { keyText } from '../core/student-key.ts';

export interface Correction {
  readonly from: StudentKey;
  readonly to: StudentKey;
}

export interface Identities {
  /** The latest key of whoever has this one; itself where nothing was corrected. */
  latest(key: StudentKey): StudentKey;
  /** Every key of the same person, this one too. */
  all(key: StudentKey): readonly StudentKey[];
}

/** Corrections may come in any order and be repeated; where they contradict each other, the smallest last key wins. */
export function identities(corrections: readonly Correction[]): Identities {
  const groups = new Map<string, Map<string, StudentKey>>();
  const replaced = new Set<string>();
  const groupOf = (key: StudentKey): Map<string, StudentKey> => {
    const text = keyText(key);
    let group = groups.get(text);
    if (!group) groups.set(text, (group = new Map([[text, key]])));
    return group;
  };
  for (const { from, to } of corrections) {
    if (keyText(from) === keyText(to)) continue;
    replaced.add(keyText(from));
    const joined = new Map([...groupOf(from), ...groupOf(to)]);
    for (const text of joined.keys()) groups.set(text, joined);
  }
  const all = (key: StudentKey): readonly StudentKey[] => [...(groups.get(keyText(key))?.values() ?? [key])];
  return {
    all,
    latest(key) {
      const keys = all(key);
      if (keys.length === 1) return key;
      const last = keys.filter((one) => !replaced.has(keyText(one)));
      return (last.length > 0 ? last : keys).toSorted((a, b) => (keyText(a) < keyText(b) ? -1 : 1))[0]!;
    },
  };
}
