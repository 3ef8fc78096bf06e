/** Byte strings for property tests, and their cutting into chunks. */
import fc from 'fast-check';

/** Bytes at random, with more of the troublesome ones. */
export function bytesOf(troublesome: fc.Arbitrary<number>): fc.Arbitrary<Uint8Array> {
  return fc.array(fc.oneof(troublesome, fc.nat(255)), { maxLength: 60 }).map((bytes) => Uint8Array.from(bytes));
}

/** Cuts into pieces of the given sizes, over and over; a size of 0 gives an empty piece once. */
export function inPieces(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn] ?? Math.max(1, sizes[turn % sizes.length]!);
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}
