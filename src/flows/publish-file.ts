/** Files become visible whole or not at all. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from '../core/sha256.ts';
import { fileSource } from '../formats/bytes.ts';
import { isAlive } from '../store/process.ts';

/** Removes what killed processes left half-written in a folder: files named `….{process}.part`. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = /\.(\d+)\.part$/.exec(name)?.[1];
    if (writer !== undefined && !isAlive(Number(writer), null)) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Writes aside in the same folder, flushes, and renames; a crash leaves the old file or none. The name aside is
 * the process's own: two runs may draw the same report at once, and each must publish a whole one.
 */
export function publishFile(path: string, content: Uint8Array | string): void {
  sweep(dirname(path));
  const aside = `${path}.${process.pid}.part`;
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

/**
 * The same for what somebody else writes: `write` makes a file of the name it is given, which is flushed and renamed to `path`.
 * Nothing is left of one that failed.
 */
export async function publishWritten<T>(path: string, write: (aside: string) => Promise<T>): Promise<T> {
  sweep(dirname(path));
  const aside = `${path}.${process.pid}.part`;
  rmSync(aside, { force: true });
  try {
    const result = await write(aside);
    const file = openSync(aside, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    return result;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The same for content that comes piece by piece and is never whole in memory. */
export async function publishStream(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await publishWritten(path, async (aside) => {
    const file = openSync(aside, 'wx', 0o600);
    try {
      for await (const chunk of chunks) for (let written = 0; written < chunk.length;) written += writeSync(file, chunk, written);
    } finally {
      closeSync(file);
    }
  });
}

/** Writes only when the content differs, so that a repeat changes no byte. */
export function publishIfChanged(path: string, content: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  publishFile(path, content);
}

/** True when the file is there and has this SHA-256. */
export async function sameFile(path: string, sha256: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  await using source = await fileSource(path);
  return await sha256Of(source) === sha256;
}
