/** One reading or one moving of a school's files, in a process of its own; prints what came of it. `migrate-one.ts read|move SYSTEM FOLDER [SYSTEM OUT]` */
import { detect } from '../../src/adapters/detect.ts';
import { readTable } from '../../src/adapters/read.ts';
import { type Adapter, loadRegistry } from '../../src/adapters/registry.ts';
import { shapesOf } from '../../src/adapters/shapes.ts';
import { filesAt } from '../../src/flows/intake/offered.ts';
import { migrate } from '../../src/flows/migrate/migrate.ts';
import { only } from '../../src/flows/migrate/recognise.ts';
import { openInput } from '../../src/formats/open.ts';
import { tell } from './measure.ts';
import { SCHOOL } from './whole-school.ts';

const [what, from, folder, to, out] = process.argv.slice(2) as [string, string, string, string, string];
const registry = await loadRegistry();
const source = registry.adapter(from)!;

/** Decodes and maps every row, and forgets it. */
async function readAll(adapter: Adapter): Promise<number> {
  const system = only(adapter);
  let records = 0;
  for (const offered of filesAt([folder])) {
    // Attachments, and a package's lists of what its files were called.
    if (!/\.(?:csv|xlsx|json|xml)$/.test(offered.name) || offered.name.endsWith('filename_mapping.json')) continue;
    await using bytes = await offered.open();
    const opened = await openInput(bytes, offered.name, { encodings: adapter.manifest.encodings, ...shapesOf(system) });
    if (opened.kind !== 'file') throw new TypeError(`${offered.name} is an archive`);
    const { tables, term } = detect(opened.file, system, { systems: [adapter.id] });
    for (const [tableIndex, { table, mapping }] of tables.entries()) {
      if (!mapping) throw new TypeError(`${offered.name} ${table.sheet} has no mapping`);
      for await (const batch of readTable(table, mapping, { school: SCHOOL, term, input: '0'.repeat(32), tableIndex })) records += batch.records.length;
    }
    await opened.file.close();
  }
  return records;
}

if (what === 'read') {
  tell({ read: await readAll(source) });
} else {
  const { types } = await migrate(filesAt([folder]), {
    registry, from: source, to: registry.adapter(to)!, edition: null, school: SCHOOL, term: null, coined: null, out,
    today: '2026-02-10', version: '0.0.0', lang: 'en', progress: { step: () => {}, end: () => {} },
  });
  const sum = (key: 'read' | 'written' | 'notHeld' | 'notRead', attachments: boolean): number =>
    types.filter(({ type }) => (type === 'attachment') === attachments).reduce((total, line) => total + line[key], 0);
  const [read, written, aside] = [sum('read', false), sum('written', false), sum('notHeld', false) + sum('notRead', false)];
  if (read !== written + aside || read === 0) throw new Error(`${read} read, ${written} written, ${aside} set aside`);
  tell({ read, written, aside, attachments: sum('written', true) });
}
