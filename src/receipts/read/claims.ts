/** What a receipt says of school and term: in names of files and rosters, and in keys beside its lists. */
import { isSchoolCode } from '../../core/school-code.ts';
import { termOf } from '../../core/term.ts';
import type { Claims, NamedRoster } from '../content.ts';
import { baseName } from '../kinds.ts';
import { isObject } from './json-object.ts';

const YEAR = /^1\d{2}$/;

/** `014302_114_1_2_20260301_10_20_30` as the central database names uploads; either half may stand alone. */
function inName(name: string): Said {
  const parts = baseName(name).split(/[_\-\s]+/).filter((part) => part !== '');
  const at = parts.findIndex((part, index) => YEAR.test(part) && /^[012]$/.test(parts[index + 1] ?? ''));
  const term = at < 0 ? null : termOf(parts[at]!, parts[at + 1]!);
  // Six digits alone may be a date; before a term they are the school.
  const school = at > 0 && isSchoolCode(parts[at - 1]!) ? parts[at - 1]! : null;
  return { school, term };
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

interface Said {
  readonly school: string | null;
  readonly term: string | null;
}

function inKeys(object: unknown): Said {
  if (!isObject(object)) return { school: null, term: null };
  const [school, year, part] = [textOf(object['學校代碼']), textOf(object['學年度'] ?? object['學年']), textOf(object['學期'])];
  return { school: isSchoolCode(school) ? school : null, term: termOf(year, part) ?? (YEAR.test(year) ? year : null) };
}

/** What all students say alike; a school or year that only some of them name is where those came from. */
function unanimous(students: readonly unknown[]): Said {
  const said = students.map(inKeys);
  const one = (values: readonly (string | null)[]): string | null => (new Set(values).size === 1 ? values[0]! : null);
  return { school: one(said.map(({ school }) => school)), term: one(said.map(({ term }) => term)) };
}

/**
 * @param objects the root, and the entries of 名冊資訊
 * @param students what is said of each student beside key and rows
 */
export function claimsOf(file: string, objects: readonly unknown[], rosters: readonly NamedRoster[], students: readonly unknown[]): Claims {
  const said = [...[file, ...rosters.map(({ name }) => name)].map(inName), ...objects.map(inKeys), unanimous(students)];
  const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].sort();
  return { schools: distinct(said.map(({ school }) => school)), terms: distinct(said.map(({ term }) => term)) };
}
