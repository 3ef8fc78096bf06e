/** Checking a 造字 entry against the open data of CNS 11643 (RULE-611). */
import { codePointLabel } from './characters.ts';
import type { CnsVersion, CoinedEntry } from './coined.ts';
import type { Problem } from './problem.ts';

/** What one file says of a code. */
export interface CnsMapping {
  readonly codePoint: number;
  readonly version: CnsVersion;
}

/** Mappings of the files an operator has given. */
export interface CnsTables {
  readonly versions: readonly CnsVersion[];
  /** Everything the files say of a code, `3-2144`. */
  unicodeOf(cns: string): readonly CnsMapping[];
  /** The codes that stand for a code point, each once. */
  cnsOf(codePoint: number): readonly string[];
  /** What was wrong with the files but did not keep them from being read. */
  readonly remarks: readonly Problem[];
}

export type CnsOutcome = { readonly entry: CoinedEntry; readonly remarks: readonly Problem[] } | { readonly problem: Problem };

/** `U+F0000–FFFFD`: where the tables put characters Unicode has not encoded. */
const isPlane15 = (codePoint: number): boolean => codePoint >= 0xf0000 && codePoint <= 0xffffd;

/**
 * Fills `unicode` in from `cns`, or checks that they agree, and notes the version of the table that was used.
 * An entry without a CNS code is left as it is.
 * @requirement RULE-611, RULE-612
 */
export function checkAgainstCns(entry: CoinedEntry, tables: CnsTables): CnsOutcome {
  const { cell, cns, unicode } = entry;
  if (cns === undefined) return { entry, remarks: [] };
  const remark = (code: string, params: Problem['params']): Problem => ({ code, params: { cell, cns, ...params } });
  const known = tables.unicodeOf(cns);
  if (known.length === 0) return { entry, remarks: [remark('coined/cns-unknown', {})] };
  const real = known.filter(({ codePoint }) => !isPlane15(codePoint));
  if (real.length === 0) return { entry: { ...entry, cnsTables: versionsOf(known) }, remarks: [remark('coined/cns-no-unicode', {})] };
  const labels = [...new Set(real.map(({ codePoint }) => codePointLabel(codePoint)))];
  if (unicode === undefined && labels.length > 1) return { problem: remark('coined/cns-ambiguous', { found: labels.join(', ') }) };
  const chosen = unicode ?? labels[0]!;
  const agreeing = real.filter(({ codePoint }) => codePointLabel(codePoint) === chosen);
  const first = agreeing[0];
  if (!first) return { problem: remark('coined/cns-contradiction', { unicode: chosen, found: labels.join(', ') }) };
  const twins = tables.cnsOf(first.codePoint);
  return {
    entry: { ...entry, unicode: chosen, cnsTables: versionsOf(agreeing) },
    remarks: twins.length > 1 ? [remark('coined/cns-not-one-to-one', { unicode: chosen, found: twins.join(', ') })] : [],
  };
}

function versionsOf(mappings: readonly CnsMapping[]): readonly CnsVersion[] {
  return [...new Set(mappings.map(({ version }) => version))];
}
