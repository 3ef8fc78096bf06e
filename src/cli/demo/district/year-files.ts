/** The year's works and performances of a demo school as files: rosters with covers, and a document for each link. */
import type { Adapter } from '../../../adapters/registry.ts';
import { parseTerm } from '../../../core/term.ts';
import type { SeededError } from './errors.ts';
import { type DemoFile, systemFiles } from './files.ts';
import { demoPdf } from './pdf.ts';
import type { Random } from './random.ts';
import type { Draft } from './school.ts';
import { type Attach, yearRecords } from './year.ts';

/** Students with items: enough to see everything, and the demo stays a matter of seconds. */
const STUDENTS = 90;

/** Documents after which one has a link in it, at a school with errors. */
const LINK_EVERY = 60;

export interface YearFilesPlan {
  readonly school: string;
  /** Of the records, `114-1`. */
  readonly term: string;
  /** Of a term: the students and the courses they took. */
  readonly records: readonly Draft[];
  /** The system that has the rosters of a year. */
  readonly common: Adapter;
  readonly random: Random;
  /** True for a school some of whose works have links, which they must not have. */
  readonly spoilt: boolean;
}

/** @param onSeeded told of every error that is put in */
export async function yearFiles({ school, term, records, common, random, spoilt }: YearFilesPlan, onSeeded: (error: SeededError) => void): Promise<DemoFile[]> {
  const documents = new Map<string, Uint8Array>();
  const numbers = new Map<string, number>();
  const attach: Attach = (student, folder, letter) => {
    const place = `${String(student.idNumber)}/${folder}`;
    const number = (numbers.get(place) ?? 0) + 1;
    numbers.set(place, number);
    const path = `${place}/${letter}${String(number).padStart(2, '0')}.pdf`;
    const linked = spoilt && letter === 'C' && random.chance(1 / LINK_EVERY);
    if (linked) onSeeded({ finds: 'work/leads-out', idNumber: String(student.idNumber) });
    documents.set(path, demoPdf(`${school} ${letter}${number} ${random.below(1_000_000_000)}`, linked));
    return path;
  };
  const rosters = await systemFiles(school, `${parseTerm(term)!.year}-0`, yearRecords(records, random, attach, STUDENTS), [common], (_header, rows) => rows);
  return [...rosters, ...[...documents].map(([name, bytes]) => ({ name, bytes }))];
}
