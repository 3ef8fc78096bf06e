/** One JSON file of a receipt: `{名冊資訊: […], <kind>: [{身分證號, 出生日期, <分頁>: [row…]…}]}`. */
import { type Problem, ProblemError } from '../../core/problem.ts';
import { keyText } from '../../core/student-key.ts';
import type { ReceiptFile, ReceiptStudent } from '../content.ts';
import { batchOfName, type ReceiptKind } from '../kinds.ts';
import { claimsOf } from './claims.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { namedRosters, ROSTERS } from './rosters.ts';
import { type KeyNames, readStudent } from './student.ts';

export interface Source {
  /** Name inside the archive. */
  readonly name: string;
  readonly sha256: string;
  readonly kind: ReceiptKind;
}

const refuse = (file: string, detail: string): ProblemError => new ProblemError({ code: 'receipt/shape', params: { detail }, file });

/** The list of students: under the kind's own title, else the only other list there is. */
function listOf(value: JsonObject, { name, kind }: Source): { key: string; list: readonly unknown[] } {
  const lists = Object.entries(value).filter(([key, content]) => key !== ROSTERS && Array.isArray(content));
  const found = lists.find(([key]) => key.trim() === kind.title) ?? (lists.length === 1 ? lists[0] : undefined);
  if (!found) throw refuse(name, `「${kind.title}」`);
  return { key: found[0], list: found[1] as readonly unknown[] };
}

/** A student who stands there twice is one, with the rows of both: nothing is shadowed by what comes after. */
export function together(students: readonly ReceiptStudent[], name: string): { students: ReceiptStudent[]; remarks: Problem[] } {
  const groups = Map.groupBy(students, keyText);
  const twice = [...groups.values()].filter((group) => group.length > 1).length;
  return {
    students: [...groups.values()].map(([first, ...more]) => {
      const sheets = new Map(first!.sheets);
      for (const { sheets: other } of more) for (const [title, rows] of other) sheets.set(title, [...(sheets.get(title) ?? []), ...rows]);
      return { ...first!, sheets };
    }),
    remarks: twice === 0 ? [] : [{ code: 'receipt/student-twice', params: { students: twice }, file: name }],
  };
}

/**
 * Reads a parsed file of the school-level form.
 * @throws ProblemError `receipt/shape` when it has another: half a receipt is none
 */
export function readReceiptFile(value: unknown, source: Source, keys: KeyNames): ReceiptFile {
  if (!isObject(value)) throw refuse(source.name, 'JSON');
  const { key, list } = listOf(value, source);
  const read = list.map((one, at) => {
    if (!isObject(one)) throw refuse(source.name, `${key}[${at}]`);
    return readStudent(one, keys, source.name, (detail) => refuse(source.name, `${key}[${at}] ${detail}`.trim()));
  });
  const { students, remarks } = together(read.map(({ student }) => student), source.name);
  const unknown = Object.keys(value).filter((name) => name !== key && name !== ROSTERS);
  const rosters = namedRosters(value[ROSTERS]);
  return {
    ...source, batch: batchOfName(source.name), rosters, students,
    claims: claimsOf(source.name, [value, ...(Array.isArray(value[ROSTERS]) ? value[ROSTERS] : [])], rosters, read.map(({ about }) => about)),
    remarks: [...remarks, ...unknown.map((name) => ({ code: 'receipt/unknown-key', params: { key: name }, file: source.name }))],
  };
}
