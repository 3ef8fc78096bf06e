/**
 * Per-student files: one JSON a person and kind, in a folder or ZIP, as an older channel hands them out (inferred, no
 * such file was seen). Whose it is stands in the file, or in the name of the file or of the folder it lies in.
 */
import { ProblemError } from '../../core/problem.ts';
import type { ReceiptFile } from '../content.ts';
import { batchOfName } from '../kinds.ts';
import { claimsOf } from './claims.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { readReceiptFile, type Source } from './read-file.ts';
import { namedRosters, ROSTERS } from './rosters.ts';
import { type KeyNames, type KnownKey, readStudent } from './student.ts';

const refuse = (file: string, detail: string): ProblemError => new ProblemError({ code: 'receipt/shape', params: { detail }, file });

/** The id a path names, innermost part first. */
function idInPath(name: string): string | undefined {
  return name.split(/[/\\]/).reverse().map((part) => /(?<![A-Z0-9])[A-Z][A-D0-9]\d{8}(?![A-Z0-9])/i.exec(part)?.[0]).find((id) => id !== undefined)?.toUpperCase();
}

/** The student's id and birth date, where they stand once beside or in all rows of a bare list. */
function keyOf(list: readonly unknown[], keys: KeyNames): KnownKey {
  const said = (names: ReadonlySet<string>): string | undefined => {
    const values = new Set(list.filter(isObject).map((row) => Object.entries(row).find(([name]) => names.has(name.trim()))?.[1]));
    const [value] = values;
    return values.size === 1 && typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [idNumber, birthDate] = [said(keys.idNumber), said(keys.birthDate)];
  return { ...(idNumber === undefined ? {} : { idNumber }), ...(birthDate === undefined ? {} : { birthDate }) };
}

function oneStudent(value: JsonObject, source: Source, keys: KeyNames, key: KnownKey): ReceiptFile {
  const { [ROSTERS]: named, ...rest } = value;
  const rosters = namedRosters(named);
  const { student, about } = readStudent(rest, keys, source.name, (detail) => refuse(source.name, detail), key);
  return { ...source, batch: batchOfName(source.name), rosters, students: [student], claims: claimsOf(source.name, [about], rosters, []), remarks: [] };
}

/**
 * Reads a parsed per-student file: the school-level form with one student, an object of lists, or one bare list.
 * @throws ProblemError `receipt/shape` when it is none of these, or nothing says whose it is
 */
export function readStudentFile(value: unknown, source: Source, keys: KeyNames): ReceiptFile {
  const named = idInPath(source.name);
  const key = named === undefined ? {} : { idNumber: named };
  if (Array.isArray(value)) return oneStudent({ [source.kind.title]: value }, source, keys, { ...key, ...keyOf(value, keys) });
  if (!isObject(value)) throw refuse(source.name, 'JSON');
  const own = value[source.kind.title];
  const whole = Array.isArray(own) && own.length > 0 && own.every((one) => isObject(one) && Object.keys(one).some((name) => keys.idNumber.has(name.trim())) && Object.values(one).some(Array.isArray));
  return whole ? readReceiptFile(value, source, keys) : oneStudent(value, source, keys, key);
}
