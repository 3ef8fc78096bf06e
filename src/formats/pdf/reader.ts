/**
 * Looks through PDFs on a thread of its own with bounds on time and memory: a document made to hang or to swell costs its
 * own reading and nobody else's.
 */
import { Worker } from 'node:worker_threads';
import type { ByteSource } from '../../core/bytes.ts';
import { type PdfFacts, unreadFacts } from './facts.ts';

export interface PdfReaderOptions {
  /** Milliseconds one document may take. */
  readonly patience?: number;
}

/** Documents are at most 4 MB (RULE-205); one far above is refused for that and needs no look inside. */
export const LARGEST_PDF = 32 * 1024 * 1024;

const PATIENCE = 60_000;
const HEAP_MB = 512;

export class PdfReader implements AsyncDisposable {
  readonly #patience: number;
  #thread: Worker | null = null;
  /** Takes the facts of the document under way; null when the thread gave up on it. */
  #answer: (facts: PdfFacts | null) => void = () => undefined;

  constructor({ patience = PATIENCE }: PdfReaderOptions = {}) {
    this.#patience = patience;
  }

  /** One document at a time. */
  async facts(source: ByteSource): Promise<PdfFacts> {
    if (source.size > LARGEST_PDF) return unreadFacts('large');
    // The thread is given the memory, which must be nobody else's.
    const bytes = new Uint8Array(await source.read(0, source.size));
    const thread = this.#thread ??= this.#start();
    let timer: NodeJS.Timeout | undefined;
    const found = await new Promise<PdfFacts | null>((resolve) => {
      this.#answer = resolve;
      timer = setTimeout(resolve, this.#patience, null);
      thread.postMessage(bytes, [bytes.buffer]);
    });
    clearTimeout(timer);
    if (found === null) await this[Symbol.asyncDispose]();
    return found ?? unreadFacts('stuck');
  }

  #start(): Worker {
    // The compiled form of this file has a compiled thread beside it.
    const url = new URL(import.meta.url.endsWith('.ts') ? './facts-thread.ts' : './facts-thread.js', import.meta.url);
    const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    // What a thread says that was given up is nobody's answer. An error ends a thread, and so does memory that has run out.
    const answer = (facts: PdfFacts | null): void => { if (this.#thread === thread) this.#answer(facts); };
    thread.on('message', answer);
    thread.on('error', () => answer(null));
    return thread;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }
}
