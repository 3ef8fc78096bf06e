/** `portfolio.json`: what a sealed package says of itself. Nothing personal stands in it. */
import { canonicalJson } from '../../../core/canonical-json.ts';
import { sha256 } from '../../../core/sha256.ts';
import { parseJson } from '../../../formats/json/read.ts';
import { portfolioError } from '../refuse.ts';
import { packageValidator } from '../schema.ts';

export const MANIFEST = 'portfolio.json';

export interface PortfolioManifest {
  readonly licheng: 'portfolio';
  readonly version: 1;
  /** First 32 hex digits of SHA-256 over the manifest without it. */
  readonly id: string;
  /** School codes. */
  readonly from: string;
  readonly to: string;
  /** Local time in Taiwan, `2026-11-24T08:30:00`. */
  readonly createdAt: string;
  /** Counts the packages from this sender to this receiver, from 1: a lower one is stale. */
  readonly sequence: number;
  /** Fingerprints of the sender's and the receiver's key. */
  readonly signedBy: string;
  readonly sealedTo: string;
  /** Version of the program that packed it. */
  readonly program: string;
  readonly students: readonly {
    /** Folder below `data/`: a number, never an id. */
    readonly folder: string;
    readonly records: Readonly<Record<string, number>>;
    readonly files: number;
  }[];
}

/** The id a manifest must have. */
export function manifestId(manifest: Omit<PortfolioManifest, 'id'>): string {
  const { id: _id, ...rest } = manifest as PortfolioManifest;
  return sha256(canonicalJson(rest)).slice(0, 32);
}

/** @throws ProblemError `sealed/bag-broken` for what is no manifest */
export function parseManifest(bytes: Uint8Array, file: string): PortfolioManifest {
  const value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), MANIFEST);
  const [error] = packageValidator('portfolio')(value);
  if (error) throw portfolioError('sealed/bag-broken', file, { detail: error.message.en, entry: `${MANIFEST}${error.path}` });
  const manifest = value as PortfolioManifest;
  if (manifest.id !== manifestId(manifest)) throw portfolioError('sealed/bag-broken', file, { detail: 'id', entry: MANIFEST });
  return manifest;
}
