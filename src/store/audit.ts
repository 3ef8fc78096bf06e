/** The audit log of a school: one JSON line per act, each holding the hash of the line before (RULE-702, RULE-703). */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Fault } from '../core/fault.ts';
import { sha256 } from '../core/sha256.ts';
import { PRIVATE_FILE } from './files.ts';
import { SchoolLock } from './lock.ts';

export interface AuditEntry {
  /** ISO time, given by the caller. */
  readonly at: string;
  /** Account or program. */
  readonly who: string;
  /** The act, as `<area>/<verb>`. */
  readonly what: string;
  /** Whose data: a masked id or a keyed hash, never an id in clear. */
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** `broken` names the first line that does not follow from the one before it. */
export type AuditVerdict =
  | { readonly ok: true; readonly lines: number; readonly head: string }
  | { readonly ok: false; readonly lines: number; readonly broken: number };

export interface Audit {
  /** Appends and flushes. */
  append(entry: AuditEntry): void;
  verify(): Promise<AuditVerdict>;
}

/** `prev` of the first line. */
const START = '0'.repeat(64);
/** Longest line that is written; the last line is found by reading this much from the end. */
const LINE_LIMIT = 64 * 1024;

/**
 * The log in `folder`, which must exist; the file is made by the first entry.
 * @requirement RULE-702, RULE-703
 */
export function openAudit(folder: string, school: string): Audit {
  const path = join(folder, 'audit.jsonl');
  return {
    append(entry) {
      const lock = new SchoolLock(school, folder, 5_000).acquire();
      try {
        appendLine(path, school, entry);
      } finally {
        lock.release();
      }
    },
    verify: () => verifyAudit(path),
  };
}

function appendLine(path: string, school: string, { at, who, what, subject, details }: AuditEntry): void {
  const file = openSync(path, 'a+', PRIVATE_FILE);
  try {
    const { prev, whole } = lastHash(file);
    const body = { at, who, what, subject, details, prev };
    const line = JSON.stringify({ ...body, hash: hashOf(body) });
    if (line.length * 3 > LINE_LIMIT) throw new Fault('internal/unexpected', { detail: `audit entry too long (${school}, ${what})` });
    // A line torn by a power cut is closed and stays: nothing is ever taken out.
    writeSync(file, `${whole ? '' : '\n'}${line}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Hash of the last line that is a line of this log. */
function lastHash(file: number): { prev: string; whole: boolean } {
  const { size } = fstatSync(file);
  const bytes = Buffer.alloc(Math.min(size, 2 * LINE_LIMIT));
  readSync(file, bytes, 0, bytes.length, size - bytes.length);
  const text = bytes.toString();
  for (const line of text.split('\n').reverse()) {
    const hash = parse(line)?.hash;
    if (hash !== undefined) return { prev: hash, whole: text.endsWith('\n') };
  }
  return { prev: START, whole: size === 0 || text.endsWith('\n') };
}

/** Checks every line of a log against the one before; needs no key. A file that does not exist is an empty log. */
export async function verifyAudit(path: string): Promise<AuditVerdict> {
  if (!existsSync(path)) return { ok: true, lines: 0, head: START };
  const file = await open(path, 'r');
  let lines = 0;
  let prev = START;
  try {
    for await (const line of createInterface({ input: file.createReadStream({ autoClose: false }), crlfDelay: Infinity })) {
      lines += 1;
      const entry = parse(line);
      if (!entry || entry.body['prev'] !== prev || hashOf(entry.body) !== entry.hash) return { ok: false, lines, broken: lines };
      prev = entry.hash;
    }
  } finally {
    await file.close();
  }
  return { ok: true, lines, head: prev };
}

function parse(line: string): { body: Record<string, unknown>; hash: string } | null {
  try {
    const { hash, ...body } = JSON.parse(line) as Record<string, unknown>;
    return typeof hash === 'string' ? { body, hash } : null;
  } catch {
    return null;
  }
}

function hashOf(body: object): string {
  return sha256(JSON.stringify(body));
}
