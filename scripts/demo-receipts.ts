/**
 * Answers the demo's packages as the central database would, a few rows dropped and altered, and drops the receipts
 * where the next night takes them in. `npm run demo:receipts [HOME]`, after `npm run demo`.
 */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { received, receiptZip } from '../test/central-database.ts';
import { spoil } from '../test/spoilt-receipts.ts';

const home = process.argv[2] ?? join(import.meta.dirname, '..', '.demo', 'home');

/** Newest whole package of each term and edition in an outbox, by term. */
function packagesIn(outbox: string): ReadonlyMap<string, readonly string[]> {
  const newest = new Map<string, { path: string; term: string; at: number }>();
  for (const name of existsSync(outbox) ? readdirSync(outbox) : []) {
    const [, edition, term] = /^[0-9A-Z]{6}_((\d+-[012])_(?:term|year)-submission(?:-[12])?)_[0-9a-f]{12}(?:_\d+-of-\d+)?\.zip$/.exec(name) ?? [];
    if (edition === undefined || term === undefined) continue;
    const path = join(outbox, name);
    const at = statSync(path).mtimeMs;
    const part = /_\d+-of-\d+\.zip$/.exec(name)?.[0] ?? '';
    if (at >= (newest.get(edition + part)?.at ?? 0)) newest.set(edition + part, { path, term, at });
  }
  // What is said of a school year comes with the receipt of its first term.
  const byTerm = Map.groupBy(newest.values(), ({ term }) => term.replace(/-0$/, '-1'));
  return new Map([...byTerm].map(([term, found]) => [term, found.map(({ path }) => path)]));
}

for (const school of readdirSync(home).filter((name) => /^[0-9A-Z]{6}$/.test(name)).sort()) {
  for (const [term, packages] of packagesIn(join(home, school, 'outbox'))) {
    const { receipts, seeded } = spoil(await received(...packages), `demo ${school}`, 0.002);
    const folder = join(home, school, 'receipts', term);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '收訖明細.zip'), await receiptZip(receipts), { mode: 0o600 });
    console.log(`${school} ${term}: ${Object.keys(receipts).join(' ')}, ${seeded.length} rows altered`);
  }
}
console.log(`Now: LICHENG_MASTER_KEY_FILE=.demo/key/master.key licheng run --home ${home}`);
