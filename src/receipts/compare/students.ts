/** Students of a receipt and students of a submission, joined by key, through corrected keys too. */
import type { Problem } from '../../core/problem.ts';
import type { StudentKey } from '../../core/record.ts';
import { maskId } from '../../core/mask.ts';
import { keyText } from '../../core/student-key.ts';
import type { ReceiptStudent } from '../content.ts';
import type { Identities } from '../identities.ts';
import type { Sent } from '../sent.ts';
import { plainId, studentKeyOf } from '../student-key.ts';

export interface MatchedStudent {
  /** Latest key; null for somebody we do not know. */
  readonly key: StudentKey | null;
  /** Keys the rows were submitted under. */
  readonly texts: readonly string[];
  readonly received: ReceiptStudent | null;
}

interface Input {
  readonly students: readonly ReceiptStudent[];
  readonly sent: Sent;
  readonly touched: ReadonlySet<string> | null;
  readonly identities: Identities;
  readonly isOurs: (key: StudentKey) => boolean;
}

/** Everybody anything was submitted of, by latest key; with corrections alone, those they speak of. */
function submitted({ sent, touched, identities }: Input): Map<string, { key: StudentKey; texts: Set<string>; due: boolean }> {
  const found = new Map<string, { key: StudentKey; texts: Set<string>; due: boolean }>();
  for (const [mapping, { students }] of sent) {
    for (const [text, student] of students) {
      const key = identities.latest(student.key);
      const one = found.get(keyText(key)) ?? { key, texts: new Set<string>(), due: false };
      found.set(keyText(key), one);
      one.texts.add(text);
      if (touched === null || touched.has(`${mapping} ${text}`)) one.due = true;
    }
  }
  return found;
}

/** The key a receipt's student has with us; by id alone where the file does not give a birth date and one student has the id. */
function keyOf(student: ReceiptStudent, byId: ReadonlyMap<string, readonly StudentKey[]>): StudentKey | null {
  const key = studentKeyOf(student.idNumber, student.birthDate);
  if (key !== null || student.birthDate !== '') return key;
  const keys = byId.get(plainId(student.idNumber)) ?? [];
  return keys.length === 1 ? keys[0]! : null;
}

function remarkOn(student: ReceiptStudent, dates: number, other: boolean): Problem {
  const params = { student: maskId(plainId(student.idNumber)) };
  if (dates > 1) return { code: 'reconcile/two-birth-dates', params };
  return { code: other ? 'reconcile/other-birth-date' : 'reconcile/unknown-student', params };
}

/**
 * Every student of either side, once. A student the receipt names under two keys of one person is one student. The id
 * alone never joins two students: one of another birth date stays a stranger, and is remarked upon.
 */
export function matchStudents(input: Input): { readonly students: readonly MatchedStudent[]; readonly remarks: readonly Problem[] } {
  const ours = submitted(input);
  const byId = Map.groupBy([...ours.values()].map(({ key }) => key), ({ idNumber }) => idNumber);
  const datesOf = Map.groupBy(input.students, ({ idNumber }) => plainId(idNumber));
  const received = new Map<string, ReceiptStudent>();
  const strangers: MatchedStudent[] = [];
  const remarks: Problem[] = [];
  let aliases = 0;
  for (const student of input.students) {
    const own = keyOf(student, byId);
    const key = own && input.identities.latest(own);
    const one = key === null ? undefined : ours.get(keyText(key));
    if (key === null || (!one && !input.isOurs(key))) {
      strangers.push({ key: null, texts: [], received: student });
      remarks.push(remarkOn(student, datesOf.get(plainId(student.idNumber))!.length, byId.has(plainId(student.idNumber))));
      continue;
    }
    if (own && keyText(own) !== keyText(key)) aliases += 1;
    const before = received.get(keyText(key));
    received.set(keyText(key), before ? { ...before, sheets: joined(before.sheets, student.sheets) } : student);
    if (!one) ours.set(keyText(key), { key, texts: new Set(), due: true });
  }
  const known = [...ours].filter(([text, { due }]) => due || received.has(text)).map(([text, { key, texts }]) => ({ key, texts: [...texts], received: received.get(text) ?? null }));
  if (aliases > 0) remarks.push({ code: 'reconcile/alias-used', params: { students: aliases } });
  return { students: [...known, ...strangers], remarks };
}

function joined(a: ReceiptStudent['sheets'], b: ReceiptStudent['sheets']): ReceiptStudent['sheets'] {
  const sheets = new Map(a);
  for (const [title, rows] of b) sheets.set(title, [...(sheets.get(title) ?? []), ...rows]);
  return sheets;
}
