/** What the receiving school gives back for a sealed package: that it came whole, and what became of its students. Nothing personal stands in it. */
import type { KeyObject } from 'node:crypto';
import type { SealKey } from '../../../core/seal/key.ts';
import { signJson, verifyJson } from '../../../core/seal/signature.ts';
import { parseJson } from '../../../formats/json/read.ts';
import { portfolioError } from '../refuse.ts';
import { packageValidator } from '../schema.ts';

export interface Acknowledgement {
  /** Id and SHA-256 of the package. */
  readonly package: string;
  readonly sha256: string;
  /** Sender and receiver of the package; the receiver signs. */
  readonly from: string;
  readonly to: string;
  /** Local time in Taiwan. */
  readonly receivedAt: string;
  readonly students: { readonly imported: number; readonly unchanged: number; readonly waiting: number; readonly refused: number };
  /** Fingerprint of the receiver's key. */
  readonly signedBy: string;
}

/** The file's text. */
export function acknowledgementText(acknowledgement: Acknowledgement, sign: KeyObject): string {
  return `${JSON.stringify({ licheng: 'acknowledgement', version: 1, ...acknowledgement, signature: signJson('acknowledgement', acknowledgement, sign) }, null, 2)}\n`;
}

/** True for a text that begins as an acknowledgement does; whether it is one is for {@link parseAcknowledgement}. */
export function looksAcknowledging(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"licheng"\s*:\s*"acknowledgement"/.test(text);
}

/**
 * @param signer gives the receiver's key, or throws why it is not to be believed
 * @throws ProblemError `sealed/bad-acknowledgement`
 */
export function parseAcknowledgement(text: string, file: string, signer: (school: string, fingerprint: string, on: string) => SealKey): Acknowledgement {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file);
  const [error] = packageValidator('acknowledgement')(value);
  if (error) throw portfolioError('sealed/bad-acknowledgement', file, { detail: `${error.path} ${error.message.en}` });
  const { licheng: _licheng, version: _version, signature, ...acknowledgement } = value as Acknowledgement & { licheng: string; version: number; signature: string };
  if (!verifyJson('acknowledgement', acknowledgement, signer(acknowledgement.to, acknowledgement.signedBy, acknowledgement.receivedAt.slice(0, 10)).sign, signature)) {
    throw portfolioError('sealed/bad-acknowledgement', file, { detail: 'signature' });
  }
  return acknowledgement;
}
