/** The items of a school year that go into one edition of its submission, each with the sheet it is written on. */
import type { EarlierItems } from '../../core/items/earlier.ts';
import { belongsIn, type ItemStanding, itemStandings } from '../../core/items/standing.ts';
import type { CanonicalRecord, StudentKey } from '../../core/record.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { SchoolStore } from '../../store/port.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { fits } from '../submit/rows.ts';
import { earlierItems } from './earlier.ts';
import { gradeOf, type Grades, gradesOf } from './grades.ts';
import type { Batch, YearRosters } from './rosters.ts';
import type { YearPlan } from './scope.ts';
import type { Placed } from './sheets.ts';
import { yearStudents } from './students.ts';

/** An item on its sheet. */
export interface YearItem {
  readonly standing: ItemStanding;
  /** As it is to be printed, its division settled. */
  readonly record: CanonicalRecord;
  readonly mapping: CompiledMapping;
}

export interface YearStudent {
  readonly key: StudentKey;
  readonly ref: string;
  /** What was remembered of the student's items before. */
  readonly earlier: EarlierItems;
  readonly items: readonly YearItem[];
  /** All of the student's records of the year. */
  readonly records: readonly CanonicalRecord[];
}

/** An item, or a student, that has no place in the submission. */
export interface Unplaced {
  readonly code: 'submit/grade-unknown' | 'submit/division-unknown' | 'submit/no-sheet';
  readonly record: CanonicalRecord;
  readonly params: Readonly<Record<string, string | number>>;
}

/** True for a student of the grade a batch is for; null when the grade is not known. */
export function isOfBatch(grade: number | null, batch: Batch, { lastGrade }: YearRosters): boolean | null {
  return grade === null ? null : (grade === lastGrade) === (batch !== null);
}

/** Day or night: as the source says, by credits or hours, or the only one the school has; null when nothing says. */
function divisionOf(record: CanonicalRecord, divisions: readonly string[]): string | null {
  if (typeof record['division'] === 'string') return record['division'];
  if (typeof record['hours'] === 'number') return 'night';
  if (typeof record['credits'] === 'number') return 'day';
  return divisions.length === 1 ? divisions[0]! : null;
}

function place({ record, type }: ItemStanding, sheets: readonly Placed[], divisions: readonly string[]): Pick<YearItem, 'record' | 'mapping'> | Unplaced {
  const division = type === 'courseWork' ? divisionOf(record, divisions) : '';
  if (division === null) return { code: 'submit/division-unknown', record, params: {} };
  const settled = division === '' ? record : { ...record, division };
  const sheet = sheets.find(({ mapping }) => mapping.definition.record === record.type && fits(mapping, settled));
  return sheet ? { record: settled, mapping: sheet.mapping } : { code: 'submit/no-sheet', record, params: { kind: record.kind ?? '' } };
}

export interface YearItems {
  readonly students: readonly YearStudent[];
  readonly unplaced: readonly Unplaced[];
  /** Of everybody, not only of who has items. */
  readonly grades: Grades;
}

/** The items of the plan's edition, by student. */
export async function yearItems(services: Services, store: SchoolStore, { year, edition: { edition, batch }, rosters, sheets }: YearPlan): Promise<YearItems> {
  const grades = await gradesOf(store, year);
  const { divisions } = schoolSettings(services.home, store.school);
  const students: YearStudent[] = [];
  const unplaced: Unplaced[] = [];
  for await (const { key, ref, records } of yearStudents(store, year)) {
    const earlier = earlierItems(store, year, key);
    const standings = itemStandings({ records, year, school: store.school, earlier });
    const wanted = standings.filter((standing) => belongsIn(standing, edition, earlier));
    const mine = isOfBatch(gradeOf(grades, ref, records), batch, rosters);
    if (mine === false) continue;
    if (wanted.length === 0) continue;
    if (mine === null) {
      unplaced.push({ code: 'submit/grade-unknown', record: wanted[0]!.record, params: { items: wanted.length } });
      continue;
    }
    const items: YearItem[] = [];
    for (const standing of wanted) {
      const placed = place(standing, sheets, divisions);
      if ('code' in placed) unplaced.push(placed);
      else items.push({ standing, ...placed });
    }
    students.push({ key, ref, earlier, items, records });
  }
  return { students, unplaced, grades };
}
