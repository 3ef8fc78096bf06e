/** Yearly rosters and the files their links name, as a school hands them in. */
import type { OfferedFile } from '../../../src/flows/intake/offered.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { offered } from '../support.ts';

export * from './rosters.ts';

/** A PDF nobody could open; distinct by its text. */
export const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

export const files = (named: Readonly<Record<string, Uint8Array>>): OfferedFile[] => Object.entries(named).map(([name, bytes]) => offered(name, bytes));

export async function zip(named: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  return joined(writeZip(Object.entries(named).map(([name, bytes]) => ({ name, source: memorySource(bytes) }))));
}
