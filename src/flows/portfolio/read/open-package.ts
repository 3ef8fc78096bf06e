/** Opens whatever was handed in: a transfer package, a sealed one, or an acknowledgement. */
import type { Registry } from '../../../adapters/registry.ts';
import type { ByteSource } from '../../../core/bytes.ts';
import type { StudentKey } from '../../../core/record.ts';
import type { ZipEntry } from '../../../formats/zip/read.ts';
import { portfolioError } from '../../../package/portfolio/refuse.ts';
import { looksAcknowledging } from '../../../package/portfolio/sealed/acknowledgement.ts';
import { isSealed, readHeader } from '../../../package/portfolio/sealed/header.ts';
import type { Keyring } from '../../../package/portfolio/sealed/open.ts';
import { readExchange } from './read-exchange.ts';
import type { KeepFile, ReadPackage } from './read-package.ts';
import { readSealed } from './read-sealed.ts';

export interface OpenPackageOptions {
  readonly registry: Registry;
  readonly password?: string;
  readonly keep: KeepFile;
  spool(entry: ZipEntry): Promise<ByteSource>;
  readonly acceptMissing?: boolean;
  /** Keys of one person, as far as the receiving school knows; nobody's where left out. */
  samePerson?(a: StudentKey, b: StudentKey): boolean;
  /** The receiving school; null for the one a sealed package names. */
  readonly school: string | null;
  /** Keys of a receiving school, for sealed packages. */
  keyring(school: string): Keyring;
}

export type Opened =
  | { readonly kind: 'package'; readonly read: ReadPackage }
  | { readonly kind: 'acknowledgement'; readonly text: string };

/** Bytes of an acknowledgement, generously. */
const MOST_TEXT = 64 * 1024;

/**
 * @param file name of the file, for messages
 * @throws ProblemError for what is none of these, or cannot be read or believed at all
 */
export async function openPackage(source: ByteSource, file: string, options: OpenPackageOptions): Promise<Opened> {
  const { keep, acceptMissing = false, samePerson = () => false } = options;
  if (await isSealed(source)) {
    const school = options.school ?? (await readHeader(source, file)).to;
    return { kind: 'package', read: await readSealed(source, file, { school, keyring: options.keyring(school), keep }) };
  }
  const start = Buffer.from(await source.read(0, 4)).toString('latin1');
  if (start === 'PK\x03\x04' || start === 'PK\x05\x06') {
    const { registry, spool, password } = options;
    return { kind: 'package', read: await readExchange(source, file, { registry, keep, spool, acceptMissing, samePerson, ...(password === undefined ? {} : { password }) }) };
  }
  const text = source.size <= MOST_TEXT ? new TextDecoder().decode(await source.read(0, source.size)) : '';
  if (looksAcknowledging(text)) return { kind: 'acknowledgement', text };
  throw portfolioError('portfolio/not-a-package', file);
}
