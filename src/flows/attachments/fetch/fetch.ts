/**
 * Fetches what stands as an address where a file should be: off unless the school's settings name hosts. Only intake goes
 * out; a check never does. One that failed is tried again with the next drop.
 */
import { isAddress } from '../../../core/items/links.ts';
import { memorySource } from '../../../formats/bytes.ts';
import { formatOf, HEAD_BYTES } from '../../../formats/media/format.ts';
import { md5Beside } from '../../../formats/media/md5.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { audit } from '../../audit.ts';
import { schoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { itemClaims } from '../claims.ts';
import { keepContent } from '../content.ts';
import { isAllowed } from './allowed.ts';
import type { FetchLimits } from './https.ts';
import { fetchChange, findFetch } from './kept.ts';

/** Failures in a row after which a host is left alone until the next drop. */
const GIVE_UP = 5;

/** Addresses of items that may be followed and have not led to a file yet, each once, in order. */
async function wanted({ registry }: Services, store: SchoolStore, hosts: readonly string[]): Promise<readonly string[]> {
  const claims = await itemClaims(registry, store, new Map());
  const addresses = new Set(claims.map(({ link }) => link.trim()).filter((link) => isAddress(link) && isAllowed(link, hosts)));
  return [...addresses].filter((address) => !('sha256' in (findFetch(store, address) ?? {}))).sort();
}

/** Returns false for a host that did not answer. */
async function fetchOne(store: SchoolStore, address: string, limits: FetchLimits): Promise<boolean> {
  // Few schools go out; the others need not wait for what does.
  const { fetchFile } = await import('./https.ts');
  const fetched = await fetchFile(address, limits);
  if ('failure' in fetched) {
    store.shelve([fetchChange({ address, failure: fetched.failure })]);
    return fetched.failure !== 'connection' && fetched.failure !== 'too-slow';
  }
  const { bytes } = fetched;
  if (bytes.length === 0) {
    store.shelve([fetchChange({ address, failure: 'empty' })]);
    return true;
  }
  const watched = md5Beside(memorySource(bytes));
  const { sha256, size, crc32 } = await store.blobs.put(watched.source);
  const md5 = watched.md5()!;
  store.shelve([...keepContent(store, [{ sha256, size, crc32, md5, format: formatOf(bytes.subarray(0, HEAD_BYTES)) }]), fetchChange({ address, sha256, md5, size })]);
  return true;
}

/** For the holder of the school's lock, once the items are published. @throws {Fault} `config/invalid`, `file/not-found` */
export async function fetchAddresses(services: Services, store: SchoolStore): Promise<void> {
  const { fetch: limits } = schoolSettings(services.home, store.school);
  if (limits === undefined) return;
  const addresses = await wanted(services, store, limits.hosts);
  if (addresses.length === 0) return;
  audit(services, store.school, 'intake/fetch', { addresses: addresses.length, hosts: [...new Set(addresses.map((address) => new URL(address).host))] });
  const silent = new Map<string, number>();
  for (const [index, address] of addresses.entries()) {
    const { host } = new URL(address);
    services.progress.step(host, index + 1, addresses.length);
    const before = silent.get(host) ?? 0;
    if (before < GIVE_UP) silent.set(host, await fetchOne(store, address, limits) ? 0 : before + 1);
  }
}
