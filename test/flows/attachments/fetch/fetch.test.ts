/** Files behind addresses: from hosts that are allowed and no others, never more than a cap, and only while files are taken in. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed } from '../../../../src/flows/attachments/fetch/allowed.ts';
import { fetchFile } from '../../../../src/flows/attachments/fetch/https.ts';
import { takeDrop } from '../../../../src/flows/intake/drop.ts';
import { gzipSync } from 'node:zlib';
import { has } from '../../../formats/tools.ts';
import { newSchool, type School } from '../../support.ts';
import { A, B, files, pdf, SCHOOL, works } from '../support.ts';
import { serve, type TestServer } from './server.ts';

const OPENSSL = has('openssl', 'version');
const REPORT = pdf('report');
let server: TestServer;
let ca: string;

beforeAll(async () => {
  if (!OPENSSL) return;
  server = await serve({
    '/a/report%20one.pdf': (_request, response) => response.end(REPORT),
    '/empty.pdf': (_request, response) => response.end(),
    '/large.pdf': (_request, response) => response.writeHead(200, { 'content-length': '2000' }).end(Buffer.alloc(2000)),
    '/endless.pdf': (_request, response) => { for (let at = 0; at < 50; at += 1) response.write(Buffer.alloc(100)); response.end(); },
    '/packed.pdf': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(REPORT)),
    '/moved.pdf': (_request, response) => response.writeHead(302, { location: '/a/report%20one.pdf' }).end(),
    '/away.pdf': (_request, response) => response.writeHead(302, { location: 'https://other.example/a.pdf' }).end(),
    '/plain.pdf': (_request, response) => response.writeHead(302, { location: `http://${server.host}/a/report%20one.pdf` }).end(),
    '/round.pdf': (_request, response) => response.writeHead(302, { location: '/round.pdf' }).end(),
    '/silent.pdf': () => undefined,
  });
  ca = readFileSync(server.caFile, 'utf8');
});
afterAll(() => server?.close());

test('only HTTPS, only hosts on the list, port and all, and no passwords in addresses', () => {
  const hosts = ['files.example', 'files.example:8443'];
  for (const address of ['https://files.example/a.pdf', 'https://FILES.example/a.pdf', 'https://files.example:443/', 'https://files.example:8443/a']) expect(isAllowed(address, hosts), address).toBe(true);
  for (const address of ['http://files.example/a.pdf', 'ftp://files.example/a', 'https://files.example:444/', 'https://files.example.evil.example/', 'https://evil.example/files.example', 'https://user:secret@files.example/', 'https://user@files.example/', 'files.example/a', 'https://', '']) {
    expect(isAllowed(address, hosts), address).toBe(false);
  }
});

describe.runIf(OPENSSL)('one file', () => {
  const get = (path: string, more: { ca?: string | undefined; patience?: number } = { ca }) => {
    const { ca: authority, ...rest } = { ca, ...more };
    return fetchFile(server.address(path), { hosts: [server.host], maxBytes: 1000, ...(authority === undefined ? {} : { ca: authority }), ...rest });
  };

  test('is had, through a redirect too', async () => {
    expect(await get('/a/report%20one.pdf')).toEqual({ bytes: Buffer.from(REPORT) });
    expect(await get('/moved.pdf')).toEqual({ bytes: Buffer.from(REPORT) });
  });

  test.each([
    ['/gone.pdf', 'http-404'], ['/large.pdf', 'too-large'], ['/endless.pdf', 'too-large'], ['/packed.pdf', 'encoded'],
    ['/away.pdf', 'not-allowed'], ['/plain.pdf', 'not-allowed'], ['/round.pdf', 'redirects'],
  ])('%s: %s', async (path, failure) => {
    expect(await get(path)).toEqual({ failure });
  });

  test('an authority nobody knows is not trusted', async () => {
    expect(await get('/a/report%20one.pdf', { ca: undefined })).toEqual({ failure: 'certificate' });
  });

  test('a server that never answers is given up', async () => {
    expect(await get('/silent.pdf', { patience: 200 })).toEqual({ failure: 'too-slow' });
  });

  test('nobody there', async () => {
    expect(await fetchFile('https://localhost:1/a', { hosts: ['localhost:1'], maxBytes: 1000 })).toEqual({ failure: 'connection' });
  });
});

describe.runIf(OPENSSL)('a drop', () => {
  async function schoolWith(settings: object): Promise<School> {
    const school = await newSchool(SCHOOL);
    const folder = join(school.services.home.path, SCHOOL);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'school.json'), JSON.stringify({ code: SCHOOL, ...settings }));
    return school;
  }

  async function take({ services, store }: School, brief: string): Promise<void> {
    const roster = await works([
      { student: A, document: server.address('/a/report%20one.pdf'), media: server.address('/gone.mp4'), brief },
      { student: B, document: 'https://other.example/a.pdf', media: server.address('/empty.pdf'), brief },
    ]);
    await takeDrop(services, store, files({ '26.xlsx': roster }), { act: 'test', term: null });
  }

  async function attachments({ store }: School): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for await (const records of store.records('114-0', 'attachment')) found.push(...records);
    // Students come in the order of keyed hashes, which every home has of its own.
    return found.sort((a, b) => (String(a['link']) < String(b['link']) ? -1 : 1));
  }

  test('goes nowhere unless the school says so', async () => {
    server.asked.length = 0;
    const school = await schoolWith({});
    await take(school, '心得');
    expect(server.asked).toEqual([]);
    expect((await attachments(school)).map(({ missing }) => missing)).toEqual(['notFetched', 'notFetched', 'notFetched', 'notFetched']);
  });

  test('fetches what hosts on the list have, and says what they have not', async () => {
    server.asked.length = 0;
    const school = await schoolWith({ fetch: { hosts: [server.host], caFile: server.caFile } });
    await take(school, '心得');
    expect([...server.asked].sort()).toEqual(['/a/report%20one.pdf', '/empty.pdf', '/gone.mp4']);
    const found = await attachments(school);
    expect(found.map(({ missing, missingWhy, fileName, size, format }) => [missing ?? [fileName, size, format], missingWhy])).toEqual([
      [['report one.pdf', REPORT.length, 'pdf'], undefined], ['unreachable', 'empty'], ['unreachable', 'http-404'], ['notFetched', undefined],
    ]);
    expect(school.store.blobs.has(String(found[0]!['sha256']))).toBe(true);
  });

  test('asks again for what it could not have, and never for what it has', async () => {
    const school = await schoolWith({ fetch: { hosts: [server.host], caFile: server.caFile } });
    await take(school, '心得');
    server.asked.length = 0;
    await take(school, '更正');
    expect([...server.asked].sort()).toEqual(['/empty.pdf', '/gone.mp4']);
    expect((await attachments(school))[0]).toMatchObject({ fileName: 'report one.pdf', size: REPORT.length });
  });

  test('a host that does not answer is left alone after a few addresses', async () => {
    const school = await schoolWith({ fetch: { hosts: ['localhost:1'] } });
    const roster = await works(Array.from({ length: 12 }, (_, index) => ({ student: A, document: `https://localhost:1/${index}.pdf`, code: `113990399H11101A10101${String(index).padStart(2, '0')}` })));
    await takeDrop(school.services, school.store, files({ '26.xlsx': roster }), { act: 'test', term: null });
    const reasons = (await attachments(school)).map(({ missing }) => missing);
    expect([reasons.filter((reason) => reason === 'unreachable').length, reasons.filter((reason) => reason === 'notFetched').length]).toEqual([5, 7]);
  });
});
