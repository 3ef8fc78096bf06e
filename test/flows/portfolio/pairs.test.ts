/** From one school's system to another's and back, for every two that can: what comes back is equal, or is what the loss report says. */
import { expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/registry.ts';
import { writeFormat } from '../../../src/adapters/write-files.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { canonicalJson } from '../../../src/core/canonical-json.ts';
import type { GiveOutcome } from '../../../src/flows/portfolio/give/give-package.ts';
import { OWN } from '../../../src/flows/portfolio/items/merge.ts';
import type { NormalItem } from '../../../src/flows/portfolio/items/normal.ts';
import { writePeople } from '../../../src/flows/portfolio/loss/write-people.ts';
import { Sheets } from '../../../src/flows/migrate/sheets.ts';
import type { LossLine } from '../../../src/report/migration-model.ts';
import { enrolled, post, registry, score, service, type Someone, someone, statusChange, work } from '../../portfolio.ts';
import type { School } from '../support.ts';
import { exported, folder, handOver, personAt, schoolOn, takeIn, takeOwn } from './support.ts';

const ITEMS = ['courseRecord', 'courseWork', 'performance'];
const able = registry.adapters.filter((adapter) => adapter.manifest.reads && writeFormat(adapter) !== null && adapter.mappings.some(({ definition }) => ITEMS.includes(definition.record)));
const people = new Map(able.map(({ id }, at) => [id, someone(at + 1)]));

const code = (lead: number, at: number): string => `99${lead}${String(at).padStart(3, '0')}`;

/** Those of a student's records that the system can hold. */
function holdable(adapter: Adapter, school: string, one: Someone): readonly CanonicalRecord[] {
  const sheets = new Sheets(adapter, null, school);
  return [
    enrolled(school, one, '113-1'), post(school, one), score(school, one, 1), score(school, one, 2),
    work(school, one, 1), work(school, one, 2, { mediaLink: `${one.idNumber}/w2.mp4`, submittedTerm: '113-1' }), service(school, one, 1), service(school, one, 2),
  ].filter((record) => 'held' in sheets.place(record));
}

interface Origin {
  readonly school: School;
  readonly given: GiveOutcome;
  /** What the school has of its student. */
  readonly items: readonly NormalItem[];
}

/** The school where a system's student is from, and the package the student leaves with; made once. */
const origins = new Map<string, Promise<Origin>>();
function originOn(adapter: Adapter): Promise<Origin> {
  const make = async (): Promise<Origin> => {
    const [at, one] = [able.indexOf(adapter), people.get(adapter.id)!];
    const school = await schoolOn(code(1, at), adapter.id);
    await exported(school, 'national-roster', [enrolled(school.store.school, one, '113-1')]);
    await exported(school, adapter.id, holdable(adapter, school.store.school, one));
    const { merged } = await personAt(school.store, one);
    return { school, given: await handOver(school, [one], code(2, 0), 'exchange'), items: merged.items.map(({ item }) => item) };
  };
  const made = origins.get(adapter.id) ?? make();
  origins.set(adapter.id, made);
  return made;
}

/** A school that knows all the students, who have just come. */
async function receivingOn(adapter: Adapter): Promise<School> {
  const school = await schoolOn(code(2, able.indexOf(adapter)), adapter.id);
  const here = school.store.school;
  await exported(school, 'national-roster', [...people.values()].map((one) => enrolled(here, one, '114-1')));
  await exported(school, 'status-changes', [...people.values()].map((one) => statusChange(here, one, '111', '2025-09-01')));
  return school;
}

/** What a report calls the values that are compared in one form. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  document: ['documentLink', 'workLink'], media: ['mediaLink'], uploaded: ['uploadedTerm', 'term'], part: ['term'], school: ['attendedSchool'],
};

const tells = (loss: readonly LossLine[], type: string, field: string): boolean => loss.some((line) => line.type === type && line.field !== null && (REPORTED[field] ?? [field]).includes(line.field));

/** What a system may leave out without a change: hashes are made from the files again, and the sheet or the term says the rest. */
const SAID_ELSEWHERE = new Set(['documentMd5', 'mediaMd5', 'division', 'uploadedTerm']);

/** A regular work stands among those of before at the next school, and that is no other kind. */
const isCarried = ({ record: { type, kind } }: NormalItem): boolean => type === 'courseWork' && kind === 'transfer';

/** Fields of an item that came back otherwise, or not at all; null where the whole item did not. */
function changed(item: NormalItem, back: NormalItem | null): readonly string[] | null {
  return back && [...item.values].filter(([field, value]) => !(field === 'kind' && isCarried(back)) && canonicalJson(value) !== canonicalJson(back.values.get(field) ?? null)).map(([field]) => field);
}

/** Those changes that none of the reports tells of. */
function untold(item: NormalItem, back: NormalItem | null, loss: readonly LossLine[]): readonly string[] {
  const fields = changed(item, back);
  if (fields === null) return loss.some(({ type, field }) => type === item.record.type && field === null) ? [] : ['the whole item'];
  return fields.filter((field) => !tells(loss, item.record.type, field));
}

/** True when one of the changes is what the line of a report tells of. */
function isTrue({ type, field }: LossLine, changes: readonly { readonly item: NormalItem; readonly fields: readonly string[] | null }[]): boolean {
  return changes.some(({ item, fields }) => item.record.type === type && (field === null ? fields === null : fields === null || fields.some((one) => (REPORTED[one] ?? [one]).includes(field))));
}

test.each(able.map((adapter) => [adapter.id, adapter] as const))('portfolios of every other system are taken in by %s, and given back', { timeout: 180_000 }, async (_id, to) => {
  const receiving = await receivingOn(to);
  const others = able.filter((one) => one !== to);
  const loss = new Map<string, readonly LossLine[]>();
  for (const from of others) {
    const { given } = await originOn(from);
    const taken = await takeIn(receiving, given.package);
    expect(taken.students).toMatchObject([{ items: given.items, attachments: given.attachments, conflicts: [], problems: [] }]);
    loss.set(from.id, [...given.loss, ...taken.loss]);
  }
  // What the school's system has of it all is what it exports later, to somebody who knows nothing of the packages.
  const files = folder();
  await writePeople(receiving.services, receiving.store, 'everybody', files);
  const later = await receivingOn(to);
  await takeOwn(later, files, to.id);
  const found: unknown[] = [];
  for (const from of others) {
    const { school, items } = await originOn(from);
    const one = people.get(from.id)!;
    const given = await handOver(later, [one], school.store.school, 'exchange');
    const { status, students: [student] } = await takeIn(school, given.package);
    const { merged, entries } = await personAt(school.store, one);
    const list = entries.at(-1)!.package;
    const told = [...loss.get(from.id)!, ...given.loss];
    const returned = items.map((item) => {
      const versions = merged.items.find(({ versions: [own] }) => own?.list === OWN && own.item.digest === item.digest)?.versions ?? [];
      return { item, back: versions.find((version) => version.list === list)?.item ?? null };
    });
    const changes = returned.map(({ item, back }) => ({ item, fields: changed(item, back) }));
    found.push({
      from: from.id, status, conflicts: student!.conflicts.flatMap(({ existing: { record }, fields }) => fields.filter((field) => !tells(told, record.type, field))), items: merged.items.length,
      untold: returned.flatMap(({ item, back }) => untold(item, back, told).map((field) => `${item.record.type} ${field}`)),
      untrue: told.filter((line) => ITEMS.includes(line.type) && !SAID_ELSEWHERE.has(line.field ?? '') && !isTrue(line, changes)).map(({ type, field, reason }) => `${type} ${field} ${reason}`),
    });
  }
  expect(found).toEqual(await Promise.all(others.map(async (from) => ({ from: from.id, status: expect.stringMatching(/imported|unchanged/), conflicts: [], items: (await originOn(from)).items.length, untold: [], untrue: [] }))));
});
