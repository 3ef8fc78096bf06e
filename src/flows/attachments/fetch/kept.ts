/** What became of the addresses that were followed, by address: a file that was had once is kept, and never asked for again. */
import { sha256 } from '../../../core/sha256.ts';
import type { SchoolStore, ShelfChange } from '../../../store/port.ts';
import type { FetchFailure } from './https.ts';

/** Keys are hashes of addresses: an address may be what lets somebody in. */
const SHELF = 'attachments/fetched';

export type KeptFetch = { readonly address: string } & ({ readonly sha256: string; readonly md5: string; readonly size: number } | { readonly failure: FetchFailure });

/** Null for an address that was never followed. */
export function findFetch(store: SchoolStore, address: string): KeptFetch | null {
  return store.shelf(SHELF).get(sha256(address)) as KeptFetch | null;
}

/** The change that keeps it. */
export function fetchChange(kept: KeptFetch): ShelfChange {
  return { shelf: SHELF, key: sha256(kept.address), value: kept };
}

/** Changes whenever something was fetched, or failed in another way. */
export function fetchesKey(store: SchoolStore): string {
  return sha256(JSON.stringify([...store.shelf(SHELF).entries()]));
}
