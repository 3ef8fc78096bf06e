/** Students who make items at one school and move on to the next, and what must hold of them wherever they are. */
import { expect } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { linksOf } from '../../../src/core/items/links.ts';
import { sha256Of } from '../../../src/core/sha256.ts';
import { contentOf, enrolled, service, sha256, type Someone, someone, work } from '../../portfolio.ts';
import { exported, handOver, personAt, schoolsOn, takeIn, usedAt } from './support.ts';

export const CODES = ['990302', '990303', '990399'] as const;
export const PEOPLE = [1, 2].map(someone);
const YEAR = 113;

interface Item {
  readonly who: Someone;
  /** Where the student was. */
  readonly school: string;
  readonly record: CanonicalRecord;
}

export type Step =
  | { readonly does: 'makes'; readonly who: number; readonly works: number; readonly services: number; readonly picks: boolean }
  | { readonly does: 'moves'; readonly who: number; readonly to: number; readonly format: 'exchange' | 'sealed'; readonly twice: boolean };

/** Each item's own text, by which it is known wherever it goes. */
const textOf = (record: CanonicalRecord): string => `${record.type} ${String(record['brief'])}`;

export interface World {
  does(step: Step): Promise<void>;
  /** Everything is where the students are, once, with its files; and counts once. @returns items looked at */
  holds(): Promise<number>;
}

/** Schools on one system, and students who begin at the first. */
export async function newWorld(): Promise<World> {
  const schools = await schoolsOn(CODES, 'exchange-json');
  const items: Item[] = [];
  const at = new Map(PEOPLE.map((one) => [one, CODES[0] as string]));

  /** The school's system exports all its own items anew. */
  async function exportAll(school: string): Promise<void> {
    await exported(schools.get(school)!, 'exchange-json', [...PEOPLE.map((one) => enrolled(school, one, '113-2')), ...items.filter((item) => item.school === school).map(({ record }) => record)]);
  }

  /** The student makes items where they are, and hands in as many as the school says are left of the year's. */
  async function makes({ who: index, works, services, picks }: Extract<Step, { does: 'makes' }>): Promise<void> {
    const one = PEOPLE[index]!;
    const school = at.get(one)!;
    const [year] = (await usedAt(schools.get(school)!, one)).filter((used) => used.year === YEAR);
    const left = { courseWork: 6 - (year?.used.courseWork ?? 0), performance: 10 - (year?.used.performance ?? 0) };
    const add = (type: 'courseWork' | 'performance', count: number, make: typeof work): void => {
      for (let added = 0; added < count; added++) {
        const n = items.length + 1;
        const media = n % 3 === 0 ? { mediaLink: `${one.idNumber}/m${n}.mp4` } : {};
        items.push({ who: one, school, record: make(school, one, n, { ...media, ...(picks && added < left[type] ? { submittedTerm: '113-1' } : {}) }) });
      }
    };
    add('courseWork', works, work);
    add('performance', services, service);
    await exportAll(school);
  }

  async function moves({ who: index, to, format, twice }: Extract<Step, { does: 'moves' }>): Promise<void> {
    const one = PEOPLE[index]!;
    const [from, into] = [at.get(one)!, CODES[to]!];
    if (from === into) return;
    const given = await handOver(schools.get(from)!, [one], into, format);
    expect(given.loss).toEqual([]);
    expect(given.items).toBe(of(one).length);
    const taken = await takeIn(schools.get(into)!, given.package);
    expect(taken.students.map(({ conflicts, problems }) => ({ conflicts, problems }))).toEqual([{ conflicts: [], problems: [] }]);
    expect(['imported', 'unchanged']).toContain(taken.status);
    if (twice) expect((await takeIn(schools.get(into)!, given.package)).status).toBe(format === 'sealed' ? 'refused' : 'unchanged');
    at.set(one, into);
  }

  function of(one: Someone): readonly Item[] {
    return items.filter((item) => item.who === one);
  }

  async function holds(): Promise<number> {
    for (const one of PEOPLE) {
      const school = schools.get(at.get(one)!)!;
      const person = await personAt(school.store, one);
      const own = of(one);
      expect(person.merged.items.map(({ item }) => textOf(item.record)).sort()).toEqual(own.map(({ record }) => textOf(record)).sort());
      const made = new Map(own.map(({ record }) => [textOf(record), record]));
      for (const { item: { record }, list } of person.merged.items) {
        const original = linksOf(made.get(textOf(record))!);
        const hashes = linksOf(record).map(({ link, kind }) => [kind, person.fileOf(list, record, link, kind)?.sha256]);
        expect(hashes).toEqual(original.map(({ link, kind }) => [kind, sha256(contentOf(link))]));
        for (const [, hash] of hashes) expect(await sha256Of(await school.store.blobs.open(hash!))).toBe(hash);
      }
      const handedIn = (type: string): number => own.filter(({ record }) => record.type === type && record['submittedTerm'] === '113-1').length;
      const [used] = await usedAt(school, one);
      expect(used?.used ?? { courseWork: 0, performance: 0 }).toEqual({ courseWork: handedIn('courseWork'), performance: handedIn('performance') });
      expect(handedIn('courseWork')).toBeLessThanOrEqual(6);
      expect(handedIn('performance')).toBeLessThanOrEqual(10);
    }
    return items.length;
  }

  for (const school of CODES) await exportAll(school);
  return { does: (step) => (step.does === 'makes' ? makes(step) : moves(step)), holds };
}
