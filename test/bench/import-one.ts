/** One import as the command does it, in a process of its own, into a fresh home. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lanesHere } from '../../src/cli/lanes.ts';
import { takeDrop } from '../../src/flows/intake/drop.ts';
import { filesAt } from '../../src/flows/intake/offered.ts';
import { benchServices } from './home.ts';
import { tell } from './measure.ts';

const [path] = process.argv.slice(2) as [string];
const root = mkdtempSync(join(tmpdir(), 'licheng-bench-'));
const services = { ...await benchServices(root), ...(process.env['ONE'] ? {} : { lanes: lanesHere()! }) };
const store = await services.home.school('990301', { create: true });
const outcome = await takeDrop(services, store, filesAt([path]), { term: null, act: 'intake/bench' });
// What the store itself says it shows now, not what was handed to it.
const stored = store.changes('114-1').reduce((sum, change) => sum + change.after.records, 0);
await store.close();
await services.home.close();
rmSync(root, { recursive: true });
const [file] = outcome.files;
tell({ status: file?.status, stored, rejected: file?.rejected, reasons: file?.reasons });
