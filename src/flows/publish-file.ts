/** Files become visible whole or not at all. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** Writes aside in the same folder, flushes, and renames; a crash leaves the old file or none. */
export function publishFile(path: string, content: Uint8Array | string): void {
  const aside = `${path}.part`;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = openSync(aside, 'w', 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}

/** Writes only when the content differs, so that a repeat changes no byte. */
export function publishIfChanged(path: string, content: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  publishFile(path, content);
}

/** True when the file is there and has this SHA-256. */
export function sameFile(path: string, sha256: string): boolean {
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}
