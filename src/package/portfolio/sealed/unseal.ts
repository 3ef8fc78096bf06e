/** Opening a sealed file: any range of its content, every chunk authenticated, nothing unpacked on disk. */
import type { KeyObject } from 'node:crypto';
import type { ByteSource } from '../../../core/bytes.ts';
import { publicKeyOf } from '../../../core/seal/key.ts';
import { portfolioError } from '../refuse.ts';
import { CHUNK, openChunk, SEALED_CHUNK, TAG_BYTES } from './chunk.ts';
import { contentKey, type ReadHeader, rawPublic } from './header.ts';

/**
 * The content as a source.
 *
 * @param privateKey the receiver's X25519 key that the header names
 * @throws ProblemError `sealed/tampered` at once for a file that was cut or lengthened or is sealed to another key, and
 *   from reading for a chunk that was changed
 */
export async function unsealed(source: ByteSource, header: ReadHeader, privateKey: KeyObject, file: string): Promise<ByteSource> {
  const tampered = (detail: string) => portfolioError('sealed/tampered', file, { detail });
  const ephemeral = publicKeyOf('X25519', header.ephemeral);
  const key = ephemeral && contentKey(header.bytes, privateKey, ephemeral, rawPublic(privateKey), header.ephemeral);
  if (!key) throw tampered('key');
  const start = header.bytes.length;
  const sealedBytes = source.size - start;
  const chunks = Math.ceil(sealedBytes / SEALED_CHUNK);
  const lastBytes = sealedBytes - (chunks - 1) * SEALED_CHUNK;
  // Content is never cut into an empty chunk unless there is none at all.
  if (chunks < 1 || lastBytes < TAG_BYTES || (lastBytes === TAG_BYTES && chunks > 1)) throw tampered('length');
  const size = sealedBytes - chunks * TAG_BYTES;

  const chunkAt = async (index: number): Promise<Buffer> => {
    const last = index === chunks - 1;
    const sealed = await source.read(start + index * SEALED_CHUNK, last ? lastBytes : SEALED_CHUNK);
    const content = openChunk(key, index, last, sealed);
    if (content === null) throw tampered(`chunk ${index + 1} / ${chunks}`);
    return content;
  };
  let kept = { index: chunks - 1, content: await chunkAt(chunks - 1) };
  const cached = async (index: number): Promise<Buffer> => {
    if (kept.index !== index) kept = { index, content: await chunkAt(index) };
    return kept.content;
  };

  async function* stream(from = 0, to = size): AsyncGenerator<Uint8Array> {
    const stop = Math.min(to, size);
    for (let at = Math.max(0, from); at < stop;) {
      const index = Math.floor(at / CHUNK);
      const content = await cached(index);
      const part = content.subarray(at - index * CHUNK, Math.min(CHUNK, stop - index * CHUNK));
      yield part;
      at += part.length;
    }
  }

  return {
    size, stream,
    async read(from, length) {
      const parts: Uint8Array[] = [];
      for await (const part of stream(from, from + length)) parts.push(part);
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    },
  };
}
