/** Where the bytes of an archive go: into its file, and through its hash. */
import { createHash } from 'node:crypto';
import { ThreadSink } from './thread-sink.ts';
import { writeAll } from './write-all.ts';

export interface Sink {
  /** Takes the next bytes; once it resolves they may be overwritten. Undefined where there was nothing to wait for. */
  put(bytes: Uint8Array): Promise<void> | undefined;
  /** Resolves when every byte is with the operating system; SHA-256 of them all, lower-case hex. */
  end(): Promise<string>;
  /** Lets go, whether or not it is done. */
  close(): Promise<void>;
}

/** Bytes from which on a thread is started: that takes as long as hashing some 50 MB. */
const THREAD_FROM = 64 * 1024 * 1024;

/** Bytes gathered before they are written. */
const BLOCK = 256 * 1024;

/** Writes and hashes on the caller's thread. */
class DirectSink implements Sink {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  readonly #block = Buffer.allocUnsafe(BLOCK);
  #filled = 0;

  constructor(fd: number) {
    this.#fd = fd;
  }

  put(bytes: Uint8Array): undefined {
    for (let at = 0; at < bytes.length;) {
      const length = Math.min(BLOCK - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + length), this.#filled);
      this.#filled += length;
      at += length;
      if (this.#filled === BLOCK) this.#flush();
    }
  }

  #flush(): void {
    const bytes = this.#block.subarray(0, this.#filled);
    this.#hash.update(bytes);
    writeAll(this.#fd, bytes);
    this.#filled = 0;
  }

  async end(): Promise<string> {
    this.#flush();
    return this.#hash.digest('hex');
  }

  async close(): Promise<void> {
    // Nothing is held.
  }
}

/** @param expected bytes that are to come, more or less */
export function openSink(fd: number, expected: number): Sink {
  return expected < THREAD_FROM ? new DirectSink(fd) : new ThreadSink(fd);
}
