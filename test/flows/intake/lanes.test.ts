/** A large file read by several threads gives what one thread would: records, rejects, findings, counts. */
import { expect, test } from 'vitest';
import { lanes } from '../../../src/cli/lanes.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { FileOutcome } from '../../../src/flows/intake/outcome.ts';
import { csv, SCHOOL, sheet, sheetsOf } from '../../rosters.ts';
import { newSchool, offered } from '../support.ts';

const KIB = 1024;
const ONE = sheet(sheetsOf(40), '學期成績', '學生成績名冊');
const NAME = `114_1_${ONE.roster}_${ONE.title}.csv`;

/** About `size` bytes of rows, some of which have cells that cannot be converted; `odd` stands as it is in row 6,000. */
async function large(size: number, odd: string): Promise<Uint8Array> {
  const [header = '', ...rows] = Buffer.from(await csv(ONE)).toString('utf8').split('\r\n').filter((line) => line !== '');
  const birth = ONE.header.indexOf('出生日期');
  const spoilt = ONE.rows[3]!.with(birth, '0991399').join(',');
  const lines = [header];
  let bytes = 0;
  for (let at = 0; bytes < size; at++) {
    const line = at % 500 === 499 ? spoilt : at === 6000 && odd !== '' ? odd : `${rows[at % rows.length]!.replace(/[^,]*$/, `第${at}列`)}`;
    lines.push(line);
    bytes += Buffer.byteLength(line) + 2;
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

/** The order of its fields is no part of a record. */
const said = (record: CanonicalRecord | undefined): string => JSON.stringify(Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

async function taken(bytes: Uint8Array, threads: number): Promise<{ outcome: FileOutcome; records: CanonicalRecord[]; kept: unknown[] }> {
  const { services, store } = await newSchool(SCHOOL);
  const drop = await takeDrop(threads === 1 ? services : { ...services, lanes: lanes(threads, 64 * KIB) }, store, [offered(NAME, bytes)], { act: 'test', term: null });
  const records: CanonicalRecord[] = [];
  for await (const student of store.students('114-1')) records.push(...student.records);
  for await (const some of store.keyless('114-1')) records.push(...some);
  records.sort((a, b) => a.source.row - b.source.row);
  const kept = store.quarantine().map(({ id, row, problem, cells }) => ({ id, row, problem, cells })).sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { outcome: drop.files[0]!, records, kept };
}

test.each([
  ['with one record a line', ''],
  ['with a line break in quotes', `${ONE.rows[5]!.with(ONE.header.length - 1, '"第一行\n第二行"').join(',')}`],
])('a file %s', async (_, odd) => {
  const bytes = await large(1500 * KIB, odd);
  const alone = await taken(bytes, 1);
  const shared = await taken(bytes, 3);
  expect(alone.outcome.rejected).toBeGreaterThan(10);
  expect(shared.outcome).toEqual(alone.outcome);
  expect(shared.kept).toEqual(alone.kept);
  expect(shared.records.length).toBe(alone.records.length);
  // One by one: a difference among ten thousand records would be printed for minutes.
  expect(shared.records.find((record, at) => said(record) !== said(alone.records[at]))).toBeUndefined();
});
