/** A process of its own, to be killed: `hold` keeps a school's lock, `take` takes a drop in and says how far it is. */
import { writeSync } from 'node:fs';
import { openHome } from '../../src/store/home.ts';
import type { InputInfo } from '../../src/store/port.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';

const [act, path, masterKeyPath, school] = process.argv.slice(2) as [string, string, string, string];
const say = (text: string): void => void writeSync(1, `${text}\n`);
const home = await openHome(path, { masterKeyPath });

if (act === 'run') {
  home.catalogue.begin({ run: 'night', key: 'k', flows: ['intake'], startedAt: '2026-09-01T00:00:00Z' });
  say('begun');
  setInterval(() => undefined, 1000);
}

if (act === 'hold') {
  home.lock(school);
  say('held');
  setInterval(() => undefined, 1000);
}

if (act === 'take') {
  const store = await home.school(school, { create: true });
  const inputs = ['a', 'b'].map((letter) => letter.repeat(32));
  for (const [number, input] of inputs.entries()) {
    const staging = await store.stage(input);
    // The first is more than one batch, so that the writing thread works; the second is written where it is.
    for (let start = 0; start < (number === 0 ? 42_000 : 3000); start += 3000) {
      await staging.add(Array.from({ length: 3000 }, (_, index): CanonicalRecord => {
        const row = start + index + 2;
        return {
          type: 'courseRecord', kind: number === 0 ? 'regular' : 'makeup', school, term: '114-1', idNumber: `Z9${String(row % 900).padStart(8, '0')}`,
          birthDate: '2008-03-15', source: { input, table: 0, row }, score: row % 101,
        };
      }));
      say(`added ${input[0]} ${start}`);
    }
    const info: InputInfo = {
      id: input, sha256: input + input, size: 1, file: `${input[0]}.csv`, system: null, edition: null, encoding: null, mappingHash: 'm', status: 'imported',
      tables: [], terms: ['114-1'], records: {}, rejected: 0, findingCounts: {}, findings: [],
    };
    await staging.finish(info);
    say(`finished ${input[0]}`);
  }
  await store.publish(inputs);
  say('published');
  await store.close();
  await home.close();
}
