/** Reading a bag (RFC 8493) out of an archive: nothing is handed out that the manifests do not list, digests are checked on the way. */
import { createHash } from 'node:crypto';
import { sha256 } from '../../../core/sha256.ts';
import { joined } from '../../../formats/bytes.ts';
import type { ZipArchive, ZipEntry } from '../../../formats/zip/read.ts';
import { portfolioError } from '../refuse.ts';

/** Bytes of one tag file: a manifest of 100,000 files has 15 MiB. */
const MOST_TAG_BYTES = 64 * 1024 * 1024;
/** Tag files: the standard three, ours, and what a later version may add. */
const MOST_TAGS = 16;

export interface BagPart {
  readonly sha256: string;
  readonly size: number;
  /** Throws at the latest after the last chunk when the content is not what the manifest says. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface OpenBag {
  /** The tag manifest itself, which a signature is over. */
  readonly tagManifest: Uint8Array;
  /** Every tag file it lists, checked, by name. */
  readonly tags: ReadonlyMap<string, Uint8Array>;
  /** The one tag file it cannot list: the signature over it; null when there is none. */
  readonly signature: Uint8Array | null;
  /** By path below `data/`. */
  readonly payload: ReadonlyMap<string, BagPart>;
}

const PAYLOAD = 'data/';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** Where the signature over the tag manifest stands. */
export const SIGNATURE = 'signature.json';

/** Digest by path, percent codes undone; null for a text that is no manifest. */
function parsed(bytes: Uint8Array): Map<string, string> | null {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '') return null;
  const found = new Map<string, string>();
  for (const line of lines) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    const name = match?.[2]?.replace(/%(0A|0D|25)/g, (code) => decodeURIComponent(code));
    if (match?.[1] === undefined || name === undefined || found.has(name)) return null;
    found.set(name, match[1]);
  }
  return found;
}

/** @throws ProblemError `sealed/bag-broken` for an archive that is no whole bag, naming what is wrong */
export async function openBag(archive: ZipArchive, file: string): Promise<OpenBag> {
  const broken = (detail: string, entry: string) => portfolioError('sealed/bag-broken', file, { detail, entry });
  const [refused] = archive.problems;
  if (refused) throw broken(refused.code, String(refused.params['entry'] ?? ''));
  const entries = new Map(archive.entries.map((entry) => [entry.name, entry]));

  const tagBytes = async (entry: ZipEntry): Promise<Uint8Array> => {
    if (entry.size > MOST_TAG_BYTES) throw broken('too large', entry.name);
    return joined(entry.stream());
  };
  const manifestOf = (name: string, bytes: Uint8Array): Map<string, string> => {
    const listed = parsed(bytes);
    if (!listed) throw broken('not a manifest', name);
    return listed;
  };

  const outer = entries.get(TAG_MANIFEST);
  if (!outer) throw broken('missing', TAG_MANIFEST);
  const tagManifest = await tagBytes(outer);
  const tags = new Map<string, Uint8Array>();
  const listed = manifestOf(TAG_MANIFEST, tagManifest);
  if (listed.size > MOST_TAGS) throw broken('too many', TAG_MANIFEST);
  for (const [name, digest] of listed) {
    const entry = name.startsWith(PAYLOAD) ? undefined : entries.get(name);
    if (!entry) throw broken('missing', name);
    const bytes = await tagBytes(entry);
    if (sha256(bytes) !== digest) throw broken('digest', name);
    tags.set(name, bytes);
  }

  const manifest = tags.get('manifest-sha256.txt');
  if (!manifest || !tags.has('bagit.txt')) throw broken('missing', manifest ? 'bagit.txt' : 'manifest-sha256.txt');
  const payload = new Map<string, BagPart>();
  for (const [name, digest] of manifestOf('manifest-sha256.txt', manifest)) {
    const entry = name.startsWith(PAYLOAD) ? entries.get(name) : undefined;
    if (!entry) throw broken('missing', name);
    payload.set(name.slice(PAYLOAD.length), {
      sha256: digest, size: entry.size,
      async *stream() {
        const hash = createHash('sha256');
        for await (const chunk of entry.stream()) {
          hash.update(chunk);
          yield chunk;
        }
        if (hash.digest('hex') !== digest) throw broken('digest', name);
      },
    });
  }

  for (const { name } of archive.entries) {
    const known = name.startsWith(PAYLOAD) ? payload.has(name.slice(PAYLOAD.length)) : tags.has(name) || name === TAG_MANIFEST || name === SIGNATURE;
    if (!known) throw broken('not in the manifest', name);
  }
  const signature = entries.get(SIGNATURE);
  return { tagManifest, tags, payload, signature: signature ? await tagBytes(signature) : null };
}
