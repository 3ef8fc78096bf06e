/** Names of transfer packages: `{學校代碼}_{yyyy}_{MM}_{dd}_{HH}_{mm}_{ss}`, Gregorian, the time of writing (RULE-801). */
import { isSchoolCode } from '../../../core/school-code.ts';

export interface PackageName {
  readonly school: string;
  /** Local time in Taiwan, `2026-11-24T08:30:00`. */
  readonly at: string;
}

const TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;

/** The base name of a package and of its root JSON. */
export function packageName({ school, at }: PackageName): string {
  const parts = TIME.exec(at);
  if (!parts || !isSchoolCode(school)) throw new TypeError(`not a package name: ${school} ${at}`);
  return [school, ...parts.slice(1)].join('_');
}

/** Null for any other name; an extension or a folder in front does not matter. */
export function parsePackageName(name: string): PackageName | null {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const [school = '', ...parts] = base.split('_');
  const [year, month, day, hour, minute, second, more] = parts;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return isSchoolCode(school) && more === undefined && TIME.test(at) ? { school, at } : null;
}
