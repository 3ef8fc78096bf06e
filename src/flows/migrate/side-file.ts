/** Lists of what the target cannot have, in full, so that nothing is lost: one JSON array a file, written as it comes. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Characters gathered before they are written. */
const GATHERED = 64 * 1024;

/** A file that is made with its first entry, readable by its owner only. */
export class SideFile {
  readonly #path: string;
  #handle: number | null = null;
  #text = '';

  constructor(path: string) {
    this.#path = path;
  }

  add(entry: unknown): void {
    if (this.#handle === null) {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      this.#handle = openSync(this.#path, 'wx', 0o600);
      this.#text = '[\n';
    } else {
      this.#text += ',\n';
    }
    this.#text += JSON.stringify(entry);
    if (this.#text.length >= GATHERED) this.#flush(this.#handle);
  }

  close(): void {
    if (this.#handle === null) return;
    this.#text += '\n]\n';
    this.#flush(this.#handle);
    closeSync(this.#handle);
    this.#handle = null;
  }

  #flush(handle: number): void {
    const bytes = Buffer.from(this.#text, 'utf8');
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    this.#text = '';
  }
}
