/** The decoder of an encoding. */
import { cp950Decoder } from './decode-cp950.ts';
import { utf8Decoder } from './decode-utf8.ts';
import type { ChunkDecoder, Encoding } from './encoding.ts';

export function decoderFor(encoding: Encoding): ChunkDecoder {
  return encoding === 'cp950' ? cp950Decoder() : utf8Decoder();
}
