/**
 * Memory that two threads share: blocks that go round, and counters that say how far each thread is. Whoever waits for the other
 * waits on its counter, so that no message has to go from thread to thread for every block.
 */

/** Bytes of a block. */
export const BLOCK = 1024 * 1024;

/** How many there are: what one thread may be ahead of the other. */
export const BLOCKS = 8;

/** Places in the counters. */
export const FILLED = 0;
export const DONE = 1;
/** One for each block: bytes in it; {@link END} after the last. */
export const LENGTHS = 2;

export const END = -1;

export interface SharedBlocks {
  readonly memory: SharedArrayBuffer;
  readonly counters: SharedArrayBuffer;
}

/** New, empty blocks. */
export function sharedBlocks(): SharedBlocks {
  return { memory: new SharedArrayBuffer(BLOCK * BLOCKS), counters: new SharedArrayBuffer(4 * (LENGTHS + BLOCKS)) };
}

/** The memory of the block with a running number. */
export function blockOf({ memory }: SharedBlocks, number: number, length = BLOCK): Uint8Array {
  return new Uint8Array(memory, (number % BLOCKS) * BLOCK, length);
}
