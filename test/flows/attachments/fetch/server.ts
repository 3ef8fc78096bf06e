/** An HTTPS server of this machine with an authority of its own, for what is fetched. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../formats/tools.ts';

export interface TestServer {
  /** `localhost:40443`. */
  readonly host: string;
  /** PEM file of the authority. */
  readonly caFile: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  address(path: string): string;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** @param answers by path; anything else is 404 */
export async function serve(answers: Readonly<Record<string, Answer>>): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-https-'));
  const [key, caFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', caFile);
  const asked: string[] = [];
  const server: Server = createServer({ key: readFileSync(key), cert: readFileSync(caFile) }, (request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host, caFile, asked, address: (path) => `https://${host}${path}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
    }),
  };
}
