/** 名冊資訊: the rosters a receipt answers to, each with the hash of the file that was submitted. */
import type { NamedRoster } from '../content.ts';
import { isObject } from './json-object.ts';

/** Key of the list. */
export const ROSTERS = '名冊資訊';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Entries in their order; one object without a list is taken for a list of one. */
export function namedRosters(value: unknown): readonly NamedRoster[] {
  const entries = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return entries.filter(isObject).map((entry) => ({
    name: textOf(entry['名稱']),
    sha: (textOf(entry['SHA']) || textOf(entry['SHA256']) || textOf(entry['SHA-256'])).toLowerCase(),
  }));
}
