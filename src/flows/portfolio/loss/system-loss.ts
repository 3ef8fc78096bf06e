/** What the receiving school's own system cannot hold of the students that came, and the files it can be given. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Adapter } from '../../../adapters/registry.ts';
import type { LossLine } from '../../../report/migration-model.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { accountFor, asRead } from '../../migrate/attachments/prepare.ts';
import { inTargetsTerms } from '../../migrate/cadence.ts';
import { Sheets } from '../../migrate/sheets.ts';
import { LossTally } from '../../migrate/tally.ts';
import { writeSheets } from '../../migrate/write.ts';
import type { Services } from '../../services.ts';
import type { Person } from '../gather.ts';
import type { LinkedFile } from '../give/relink.ts';
import { ownSystem, systemRecords } from './system-records.ts';

const LINKS = ['documentLink', 'workLink', 'mediaLink'];

interface Filled {
  readonly sheets: Sheets;
  readonly tally: LossTally;
  readonly files: readonly LinkedFile[];
}

function fill(services: Services, store: SchoolStore, people: readonly Person[], adapter: Adapter): Filled {
  const sheets = new Sheets(adapter, null, store.school, store.coined());
  const tally = new LossTally();
  const files: LinkedFile[] = [];
  for (const person of people) {
    const named = new Set<string>();
    const { records, files: own, lost, unheld } = systemRecords(services, store, person, adapter);
    for (const record of records) {
      const said = inTargetsTerms(asRead(record), sheets.writer(record));
      const placed = sheets.place(said.record);
      if ('held' in placed) {
        for (const link of LINKS) if (typeof record[link] === 'string') named.add(record[link]);
        const { lost: missing, defaulted } = accountFor(said, placed.held);
        tally.values(record, missing);
        tally.defaulted(record, defaulted);
        // A roster of the whole year does not say in which term an item was uploaded.
        if (said.changed.has('term')) tally.values(record, [{ field: record.type === 'courseWork' ? 'uploadedTerm' : 'term', reason: 'no-column', value: record.term }]);
      } else {
        tally.record(record, placed.reason, placed.obstacle);
      }
    }
    for (const { record, ...value } of lost) tally.values(record, [value]);
    for (const record of unheld) tally.record(record, 'no-sheet');
    // A file goes with the row that names it.
    files.push(...own.filter(({ path }) => named.has(path)));
  }
  return { sheets, tally, files };
}

/** Empty where the school's system is not known, or is one whose files are never written. */
export async function systemLoss(services: Services, store: SchoolStore, people: readonly Person[]): Promise<readonly LossLine[]> {
  const adapter = people.length === 0 ? null : ownSystem(services, store);
  return adapter ? fill(services, store, people, adapter).tally.lossLines : [];
}

/**
 * Writes what the school's own system can read into a folder: its files, proved, and the attachments at the paths they name.
 *
 * @returns names of the system's files, without the attachments, whose paths have ids in them; none where the system is not known, or is one
 *   whose files are never written
 * @throws Fault `migrate/not-proved`
 */
export async function writeForSystem(services: Services, store: SchoolStore, people: readonly Person[], folder: string): Promise<readonly string[]> {
  const adapter = people.length === 0 ? null : ownSystem(services, store);
  if (!adapter) return [];
  const { sheets, files } = fill(services, store, people, adapter);
  const written = await writeSheets(adapter, store.school, sheets, folder, services.progress);
  for (const { path, file } of files) {
    const target = join(folder, ...path.split('/'));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const source = await store.blobs.open(file.sha256);
    writeFileSync(target, await source.read(0, source.size), { mode: 0o600 });
  }
  return written.files.map(({ file }) => file);
}
