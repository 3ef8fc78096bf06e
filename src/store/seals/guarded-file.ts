/** A small JSON file that nobody can change unnoticed without the master key. */
import { existsSync, readFileSync } from 'node:fs';
import { canonicalJson } from '../../core/canonical-json.ts';
import { Fault } from '../../core/fault.ts';
import { sha256 } from '../../core/sha256.ts';
import { writeWhole } from '../files.ts';
import type { MasterKey } from '../keys.ts';

export interface GuardedPlace {
  readonly path: string;
  /** What the file is, for its own first line and for messages; it is bound to the proof. */
  readonly kind: string;
  readonly master: MasterKey;
}

const label = ({ kind }: GuardedPlace): string => `licheng guarded ${kind}`;

/** @returns null when the file is not there. @throws Fault `store/damaged` for one that was changed otherwise */
export function readGuarded(place: GuardedPlace): unknown {
  if (!existsSync(place.path)) return null;
  const damaged = new Fault('store/damaged', { what: place.kind, detail: place.path.slice(place.path.lastIndexOf('/') + 1) });
  try {
    const { content, proof } = JSON.parse(readFileSync(place.path, 'utf8')) as { content: unknown; proof: string };
    const proved = place.master.unwrap(label(place), Buffer.from(proof, 'base64'));
    if (proved && Buffer.from(proved).toString() === sha256(canonicalJson(content))) return content;
  } catch {
    // Said below, like a proof that does not fit.
  }
  throw damaged;
}

/** Writes it whole. */
export async function writeGuarded(place: GuardedPlace, content: unknown): Promise<void> {
  const proof = Buffer.from(place.master.wrap(label(place), Buffer.from(sha256(canonicalJson(content))))).toString('base64');
  await writeWhole(place.path, `${JSON.stringify({ licheng: place.kind, version: 1, content, proof }, null, 2)}\n`);
}
