/** Opens a sealed package: unsealed, whole, and signed by the school it says, before a record is handed out. */
import type { KeyObject } from 'node:crypto';
import type { ByteSource } from '../../../core/bytes.ts';
import { ProblemError } from '../../../core/problem.ts';
import { fingerprintOf, type SealKey } from '../../../core/seal/key.ts';
import { verifyBytes } from '../../../core/seal/signature.ts';
import { joined } from '../../../formats/bytes.ts';
import { parseJson } from '../../../formats/json/read.ts';
import { openZip, type ZipArchive } from '../../../formats/zip/read.ts';
import { portfolioError } from '../refuse.ts';
import { readHeader, type SealedHeader } from './header.ts';
import { MANIFEST, parseManifest, type PortfolioManifest } from './manifest.ts';
import { type BagPart, openBag, type OpenBag } from './open-bag.ts';
import { unsealed } from './unseal.ts';

/** What a receiver knows: its own keys, and other schools' by fingerprint. */
export interface Keyring {
  /** X25519 private key by fingerprint; null for a key the receiving school does not have. */
  own(fingerprint: string): KeyObject | null;
  /**
   * The key of a school by fingerprint.
   *
   * @param on ISO date on which it was used
   * @throws ProblemError that says why it is not to be believed
   */
  signer(school: string, fingerprint: string, on: string): SealKey;
}

/** One student's files as they stand in the package, parsed and not yet held against any schema. */
export interface SealedStudentText {
  readonly student: unknown;
  readonly records: readonly unknown[];
  readonly files: unknown;
  readonly evidence: readonly unknown[];
}

export interface OpenSealed {
  readonly header: SealedHeader;
  readonly manifest: PortfolioManifest;
  readonly sender: SealKey;
  /** @throws ProblemError for this student alone */
  student(folder: string): Promise<SealedStudentText>;
  /** The content of a file by its SHA-256; null when the package does not have it. */
  file(sha256: string): BagPart | null;
  close(): Promise<void>;
}

/** Characters of one student's records; a student has some hundred records of 1 kB. */
const MOST_STUDENT_BYTES = 32 * 1024 * 1024;

function signatureIn({ signature }: OpenBag, file: string): { key: string; signature: string } {
  try {
    const { algorithm, key, signature: value } = JSON.parse(new TextDecoder().decode(signature ?? new Uint8Array())) as Record<string, unknown>;
    if (algorithm === 'Ed25519' && typeof key === 'string' && typeof value === 'string') return { key, signature: value };
  } catch {
    // Said below, like any other content that is no signature.
  }
  throw portfolioError('sealed/bad-signature', file, { school: '' });
}

/** Who sealed it and who signed it must be the same, and it must have been meant for whom it was sealed to. */
function checkSigned(bag: OpenBag, manifest: PortfolioManifest, header: SealedHeader, keyring: Keyring, file: string): SealKey {
  const said = signatureIn(bag, file);
  const bad = () => portfolioError('sealed/bad-signature', file, { school: header.from });
  if (said.key !== manifest.signedBy) throw bad();
  const sender = keyring.signer(header.from, said.key, manifest.createdAt.slice(0, 10));
  if (fingerprintOf(sender) !== said.key || !verifyBytes('portfolio', bag.tagManifest, sender.sign, said.signature)) throw bad();
  if (manifest.from !== header.from || sender.school !== header.from) throw bad();
  if (manifest.to !== header.to || manifest.sealedTo !== header.sealedTo) throw portfolioError('sealed/wrong-receiver', file, { to: manifest.to, school: header.to });
  return sender;
}

/**
 * @param school code of the receiving school
 * @throws ProblemError `sealed/tampered`, `sealed/wrong-receiver`, `sealed/unknown-own-key`, `sealed/bag-broken`,
 *   `sealed/bad-signature`, what the keyring says of the sender, and those of the `zip` area
 */
export async function openSealed(source: ByteSource, file: string, school: string, keyring: Keyring): Promise<OpenSealed> {
  const header = await readHeader(source, file);
  if (header.to !== school) throw portfolioError('sealed/wrong-receiver', file, { to: header.to, school });
  const own = keyring.own(header.sealedTo);
  if (!own) throw portfolioError('sealed/unknown-own-key', file, { fingerprint: header.sealedTo });
  const archive: ZipArchive = await openZip(await unsealed(source, header, own, file), file);
  try {
    const bag = await openBag(archive, file);
    const manifestBytes = bag.tags.get(MANIFEST);
    if (!manifestBytes) throw portfolioError('sealed/bag-broken', file, { detail: 'missing', entry: MANIFEST });
    const manifest = parseManifest(manifestBytes, file);
    const sender = checkSigned(bag, manifest, header, keyring, file);
    return opened(bag, archive, { header, manifest, sender }, file);
  } catch (error) {
    await archive.close();
    throw error;
  }
}

function opened(bag: OpenBag, archive: ZipArchive, known: Pick<OpenSealed, 'header' | 'manifest' | 'sender'>, file: string): OpenSealed {
  const text = async (name: string): Promise<string> => {
    const part = bag.payload.get(name);
    if (!part) throw portfolioError('sealed/bag-broken', file, { detail: 'missing', entry: name });
    if (part.size > MOST_STUDENT_BYTES) throw portfolioError('sealed/bag-broken', file, { detail: 'too large', entry: name });
    return new TextDecoder('utf-8', { fatal: true }).decode(await joined(part.stream()));
  };
  const lines = async (name: string): Promise<unknown[]> => (await text(name)).split('\n').slice(0, -1).map((line) => parseJson(line, name));
  return {
    ...known,
    async student(folder) {
      try {
        return {
          student: parseJson(await text(`${folder}/student.json`), 'student.json'), records: await lines(`${folder}/records.ndjson`),
          files: parseJson(await text(`${folder}/files.json`), 'files.json'), evidence: await lines(`${folder}/evidence.ndjson`),
        };
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new ProblemError({ code: 'json/not-utf8', params: {}, file: folder });
      }
    },
    file: (sha256) => bag.payload.get(`files/${sha256}`) ?? null,
    close: () => archive.close(),
  };
}
