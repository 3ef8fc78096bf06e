/** The thread behind {@link PdfReader}: one document after another. */
import { parentPort } from 'node:worker_threads';
import { pdfFacts } from './look-through.ts';

parentPort!.on('message', (bytes: Uint8Array) => {
  void pdfFacts(bytes).then((facts) => parentPort!.postMessage(facts));
});
