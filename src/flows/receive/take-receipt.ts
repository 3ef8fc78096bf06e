/**
 * Takes a receipt in: unpacked and verified, held against what was submitted, and made visible in one transaction.
 * Whatever is wrong with it as a whole is found before anything is written: a refused receipt leaves no trace but
 * its line in the audit log.
 */
import { basename } from 'node:path';
import { maskIdsIn } from '../../core/mask.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { sha256 } from '../../core/sha256.ts';
import { memorySource } from '../../formats/bytes.ts';
import { termOfKind } from '../../receipts/kinds.ts';
import { type ReceiptLine, receiptLines } from '../../receipts/lines.ts';
import { ReceiptRefused, type Unpacked, unpackReceipt } from '../../receipts/read/unpack.ts';
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { baseOf, batchOfRosters } from './base.ts';
import { refuseClaims } from './claims.ts';
import { receiptKinds } from './kinds.ts';
import { type ComparedLine, compareLine } from './line.ts';
import { openPack } from './pack.ts';
import { type People, schoolPeople } from './people.ts';
import { keyNames, sheetPlans } from './plans.ts';
import { publishReceipt } from './publish.ts';
import { refuseOlder, refuseStrangers, sameAsBefore } from './refuse.ts';

export interface TakeOptions {
  /** `114-1`. */
  readonly term: string;
  readonly password?: string;
  /** Per-student files, without a list of digests. */
  readonly perStudent: boolean;
  /** Takes a receipt that is older than the newest for the newest. */
  readonly again: boolean;
}

export interface TakenReceipt {
  readonly status: 'imported' | 'unchanged' | 'refused';
  /** Number of the import; null when there was none. */
  readonly version: number | null;
  readonly lines: readonly ComparedLine[];
  /** Why it was refused, or what is odd about it; masked. */
  readonly problems: readonly Problem[];
}

/** File names may hold ids, and so may whatever a parameter quotes. */
function masked({ value: _value, ...problem }: Problem, file: string): Problem {
  const params = Object.fromEntries(Object.entries(problem.params).map(([name, one]) => [name, typeof one === 'string' ? maskIdsIn(one) : one]));
  return { ...problem, params, file: maskIdsIn(problem.file ?? file) };
}

async function compared(services: Services, store: SchoolStore, line: ReceiptLine, options: TakeOptions, people: People, file: string): Promise<ComparedLine> {
  const term = termOfKind(line.kind, options.term);
  refuseClaims(line, { school: store.school, term, file });
  const plans = sheetPlans(services, line.kind, Number(term.split('-')[0]));
  const { chain, named, remarks } = baseOf(store, { title: line.title['zh-TW'], term, batch: line.batch, rosters: line.rosters, plans, file });
  const outcome = await compareLine(services, store, line, { term, chain, named, plans }, people);
  if (named.length === 0) refuseStrangers(line, outcome.reconciliation, file);
  return { line, term, chain, named, ...outcome, remarks: [...line.remarks, ...remarks, ...outcome.reconciliation.remarks] };
}

async function read(services: Services, store: SchoolStore, path: string, options: TakeOptions): Promise<{ unpacked: Unpacked; lines: readonly ComparedLine[]; name: string; people: People }> {
  await using pack = await openPack(path, options.password);
  const unpacked = await unpackReceipt(pack, { kinds: receiptKinds(services.home.path), keys: keyNames(services.registry), perStudent: options.perStudent });
  const grouped = receiptLines(unpacked.files.map(({ file }) => file), (file) => batchOfRosters(store, file.rosters));
  const people = await schoolPeople(store);
  const lines: ComparedLine[] = [];
  for (const line of grouped) lines.push(await compared(services, store, line, options, people, pack.name));
  return { unpacked, lines, name: pack.name, people };
}

/**
 * @param path a ZIP, a folder or one JSON file
 * @throws {Fault} `file/not-found`
 */
export async function takeReceipt(services: Services, store: SchoolStore, path: string, options: TakeOptions): Promise<TakenReceipt> {
  services.progress.step(`${store.school} ${options.term}`);
  try {
    const { unpacked, lines, name, people } = await read(services, store, path, options);
    const problems = [...unpacked.remarks, ...lines.flatMap(({ remarks }) => remarks)].map((problem) => masked(problem, name));
    if (lines.every((line) => sameAsBefore(store, line))) return { status: 'unchanged', version: null, lines, problems };
    if (!options.again) refuseOlder(store, lines, name);
    // The same files in another archive are the same receipt.
    const digest = sha256(lines.flatMap(({ line }) => line.files.map((file) => file.sha256)).join('\n'));
    for (const { bytes } of unpacked.files) await store.blobs.put(memorySource(bytes));
    const version = publishReceipt(services, store, { term: options.term, file: maskIdsIn(name), sha256: digest, perStudent: options.perStudent, lines, problems, identities: people.identities });
    return { status: 'imported', version, lines, problems };
  } catch (error) {
    if (!(error instanceof ReceiptRefused) && !(error instanceof ProblemError)) throw error;
    const found = error instanceof ReceiptRefused ? error.problems : [error.problem];
    const problems = found.map((problem) => masked(problem, basename(path)));
    audit(services, store.school, 'receipt/refused', { term: options.term, problems: problems.slice(0, 20).map(({ code }) => code) });
    return { status: 'refused', version: null, lines: [], problems };
  }
}
