/**
 * Which of the files that were handed in an item's link means. Nothing is guessed: a link that could mean another student's
 * file, or one of two, resolves to nothing and says so. File names are not unique for a student in every system, let alone
 * for a school, so that a folder, an MD5 or the drop they came in together must tell them apart.
 */
import type { RecordType } from '../../core/record.ts';
import { FileIndex } from './file-index.ts';
import { partsOf } from './path.ts';
import { type Fit, fitOf, rankOf } from './rank.ts';

/** A file as it was handed in. */
export interface DroppedFile {
  /** Path in its folder or archive; archives around it left out. */
  readonly path: string;
  /** Archive it lay in; empty for a folder. */
  readonly unit: string;
  /** Number of the drop it came with. */
  readonly drop: number;
  readonly sha256: string;
  readonly md5: string;
  readonly size: number;
  /** Name the student gave it, where the package says (RULE-803). */
  readonly original?: string;
}

/** One link of one item. */
export interface Claim {
  /** The student's id, former ones after it (RULE-116); empty for an item of no one student. */
  readonly ids: readonly string[];
  readonly type: RecordType;
  /** What the item is: equal for the same item in two rosters. */
  readonly item: string;
  readonly link: string;
  readonly md5?: string;
  /** File the item stands in: archive and path; and the drop it came with, null when no files came with it. */
  readonly roster: { readonly unit: string; readonly path: string; readonly drop: number | null };
  /** SHA-256 this student's link resolved to before. */
  readonly before?: string;
}

export type Missing = 'nowhere' | 'empty' | 'ambiguous' | 'otherStudent' | 'notFetched' | 'unreachable';

/** `why` where there is more to say of what is missing. */
export type Resolution = { readonly file: DroppedFile } | { readonly missing: Missing; readonly why?: string };

const sameItem = (a: Claim, b: Claim): boolean => a.item === b.item && (a.ids[0] === b.ids[0] || a.ids.some((id) => b.ids.includes(id)));

interface Candidate {
  readonly file: DroppedFile;
  readonly fit: Fit;
}

/** Files that came with items which name them belong to those items; other drops may only use them for the same item. */
function ownersOf(claims: readonly Claim[], index: FileIndex): ReadonlyMap<DroppedFile, readonly Claim[]> {
  const owners = new Map<DroppedFile, Claim[]>();
  for (const claim of claims) {
    if (claim.roster.drop === null) continue;
    for (const file of index.possible(claim)) {
      if (file.drop !== claim.roster.drop || fitOf(claim, file) === null) continue;
      const list = owners.get(file);
      if (list) list.push(claim);
      else owners.set(file, [claim]);
    }
  }
  return owners;
}

/** Drops a claim may look into, best first: what was sent in later by itself, its own, then the newest of the others. */
function dropOrder(drops: Iterable<number>, own: number | null): readonly number[] {
  const tier = (drop: number): number => (own === null ? 2 : drop > own ? 0 : drop === own ? 1 : 2);
  return [...drops].sort((a, b) => tier(a) - tier(b) || b - a);
}

/** The best of one drop's files for a claim, and those that are as good. */
function bestOf(candidates: readonly Candidate[], claim: Claim): readonly Candidate[] {
  let best: Candidate[] = [];
  let bestRank: readonly number[] = [];
  for (const candidate of candidates) {
    const rank = rankOf(claim, candidate.file, candidate.fit);
    const at = rank.findIndex((value, index) => value !== bestRank[index]);
    if (best.length > 0 && at >= 0 && rank[at]! < bestRank[at]!) continue;
    if (best.length === 0 || at >= 0) [best, bestRank] = [[candidate], rank];
    else best.push(candidate);
  }
  return best;
}

/** One claim on its own; whether others want the same file is seen afterwards. */
function choose(claim: Claim, index: FileIndex, owners: ReadonlyMap<DroppedFile, readonly Claim[]>): Candidate | Missing {
  const parts = partsOf(claim.link);
  if (parts === null) return 'nowhere';
  const usable = (file: DroppedFile): boolean => file.drop === claim.roster.drop || (owners.get(file) ?? []).every((owner) => sameItem(owner, claim));
  const found = index.possible(claim).flatMap((file): Candidate[] => {
    const fit = fitOf(claim, file);
    return fit !== null && usable(file) ? [{ file, fit }] : [];
  });
  // A path that is there whole comes before one of which the end is the same, whichever drop it lies in.
  const grade = Math.max(...found.map(({ fit }) => fit.grade));
  const byDrop = Map.groupBy(found.filter(({ fit }) => fit.grade === grade), ({ file }) => file.drop);
  for (const drop of dropOrder(byDrop.keys(), claim.roster.drop)) {
    const best = bestOf(byDrop.get(drop)!, claim);
    if (new Set(best.map(({ file }) => file.sha256)).size === 1) return best[0]!;
    return best.find(({ file }) => file.sha256 === claim.before) ?? 'ambiguous';
  }
  return index.ofOthers(claim) ? 'otherStudent' : 'nowhere';
}

/** One resolution a claim, in the order of the claims. */
export function matchFiles(files: readonly DroppedFile[], claims: readonly Claim[]): readonly Resolution[] {
  const index = new FileIndex(files);
  const owners = ownersOf(claims, index);
  const chosen = claims.map((claim) => choose(claim, index, owners));
  const wanted = new Map<DroppedFile, Claim[]>();
  chosen.forEach((choice, at) => {
    if (typeof choice !== 'string') wanted.set(choice.file, [...(wanted.get(choice.file) ?? []), claims[at]!]);
  });
  return chosen.map((choice, at): Resolution => {
    if (typeof choice === 'string') return { missing: choice };
    const { file, fit } = choice;
    const claim = claims[at]!;
    const contested = !fit.certain && file.sha256 !== claim.before && wanted.get(file)!.some((other) => !sameItem(other, claim));
    if (contested) return { missing: 'ambiguous' };
    return file.size === 0 ? { missing: 'empty' } : { file };
  });
}
