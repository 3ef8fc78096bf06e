/** Sealing: content in, a file out that only the receiving school can open. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fingerprintOf, publicKeyOf, type SealKey } from '../../../core/seal/key.ts';
import { CHUNK, sealChunk } from './chunk.ts';
import { contentKey, headerBytes, rawPublic } from './header.ts';

/** Chunks a 32-bit number counts; 281 TB of content. */
const MOST_CHUNKS = 2 ** 32;

export interface SealPlan {
  /** School code of the sender. */
  readonly from: string;
  readonly receiver: SealKey;
  /** X25519 private key for this package alone; drawn when left out. Given only to make test vectors. */
  readonly ephemeral?: KeyObject;
}

/**
 * The sealed file, chunk by chunk, memory flat. Who reads it learns sender, receiver and size, nothing of the content;
 * that it is the sender's is for the signature inside to say.
 */
export async function* sealContent(content: AsyncIterable<Uint8Array>, { from, receiver, ephemeral = generateKeyPairSync('x25519').privateKey }: SealPlan): AsyncGenerator<Uint8Array> {
  const raw = rawPublic(ephemeral);
  const header = headerBytes({ from, to: receiver.school, sealedTo: fingerprintOf(receiver), ephemeral: raw });
  const theirs = publicKeyOf('X25519', receiver.seal);
  const key = theirs && contentKey(header, ephemeral, theirs, receiver.seal, raw);
  if (!key) throw new TypeError('the receiver has no usable key');
  yield header;
  let held = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  let index = 0;
  for await (const bytes of content) {
    for (let at = 0; at < bytes.length;) {
      // A full chunk is held back until more content shows that it is not the last.
      if (filled === CHUNK) {
        yield sealChunk(key, index++, false, held);
        if (index >= MOST_CHUNKS) throw new RangeError('too much content for one package');
        held = Buffer.allocUnsafe(CHUNK);
        filled = 0;
      }
      const length = Math.min(CHUNK - filled, bytes.length - at);
      held.set(bytes.subarray(at, at + length), filled);
      filled += length;
      at += length;
    }
  }
  yield sealChunk(key, index, true, held.subarray(0, filled));
}
