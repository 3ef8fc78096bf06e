/**
 * One file over HTTPS, from a host somebody has allowed: encrypted and verified, never more bytes than were asked for, and a
 * redirect leads to allowed hosts only.
 */
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isAllowed } from './allowed.ts';

export interface FetchLimits {
  /** `files.example.edu.tw`, or with a port where it is not 443; lower case. */
  readonly hosts: readonly string[];
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** PEM of the authority that signs the hosts' certificates, where the system does not know it. */
  readonly ca?: string;
  /** Milliseconds one file may take, redirects included. */
  readonly patience?: number;
}

/** Why a file could not be had: `http-404`, or what went wrong before there was an answer. */
export type FetchFailure = `http-${number}` | 'not-allowed' | 'too-large' | 'too-slow' | 'redirects' | 'encoded' | 'certificate' | 'connection' | 'empty';

export type Fetched = { readonly bytes: Uint8Array } | { readonly failure: FetchFailure };

const PATIENCE = 60_000;
const REDIRECTS = 3;

function failureOf(error: unknown): FetchFailure {
  const { name, code = '' } = error as { readonly name?: string; readonly code?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return 'too-slow';
  return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|EPROTO|SSL/.test(code) ? 'certificate' : 'connection';
}

function answerOf(address: string, { ca }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { signal, agent: false, headers: { accept: '*/*', 'accept-encoding': 'identity' }, ...(ca === undefined ? {} : { ca }) }, resolve);
    asked.once('error', reject);
    asked.end();
  });
}

/** The body, unless it is longer than it may be; what stands in the header is only a first look. */
async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Fetched> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) return { failure: 'too-large' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return { failure: 'too-large' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

async function follow(address: string, limits: FetchLimits, signal: AbortSignal, left: number): Promise<Fetched> {
  if (!isAllowed(address, limits.hosts)) return { failure: 'not-allowed' };
  const answer = await answerOf(address, limits, signal);
  try {
    const { statusCode = 0, headers: { location, 'content-encoding': encoding } } = answer;
    if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
      if (left === 0 || !URL.canParse(location, address)) return { failure: 'redirects' };
      return await follow(new URL(location, address).href, limits, signal, left - 1);
    }
    if (statusCode !== 200) return { failure: `http-${statusCode}` };
    // A packed body could be any size; none was asked for.
    if (encoding !== undefined && encoding !== 'identity') return { failure: 'encoded' };
    return await bodyOf(answer, limits.maxBytes);
  } finally {
    answer.destroy();
  }
}

/** Never throws for what the other side does: that is a failure with a name. */
export async function fetchFile(address: string, limits: FetchLimits): Promise<Fetched> {
  try {
    return await follow(address, limits, AbortSignal.timeout(limits.patience ?? PATIENCE), REDIRECTS);
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
