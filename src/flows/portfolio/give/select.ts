/** Which students a package is asked for: by id, id and birth date, or the store's reference. */
import { Fault } from '../../../core/fault.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import { normaliseId } from '../../../core/national-id.ts';
import type { StudentKey } from '../../../core/record.ts';
import { rocToIso } from '../../../core/roc-date.ts';
import { keyText } from '../../../core/student-key.ts';
import type { SchoolStore } from '../../../store/port.ts';
import type { StudentIndex } from '../students/index-students.ts';

/** Lines of a list: one student each, `#` begins a remark, a header of words is passed over. */
export function listed(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).map((line) => line.replace(/#.*$/, '').trim()).filter((line) => line !== '' && /\d/.test(line));
}

function isoBirth(text: string): string | null {
  const match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : rocToIso(text);
}

async function has(store: SchoolStore, key: StudentKey): Promise<boolean> {
  for await (const _ of store.student(key)) return true;
  return false;
}

/** @throws Fault `portfolio/unknown-student`, `portfolio/several-students` */
async function keyOf(store: SchoolStore, index: StudentIndex, asked: string): Promise<StudentKey> {
  const shown = maskIdsIn(asked).slice(0, 80);
  const unknown = new Fault('portfolio/unknown-student', { student: shown, school: store.school });
  if (/^[0-9a-f]{32}$/.test(asked)) {
    const key = index.byRef(asked);
    if (!key) throw unknown;
    return key;
  }
  const [id = '', birth] = asked.split(/[\s,;|、，]+/);
  const idNumber = normaliseId(id);
  if (birth !== undefined && birth !== '') {
    const birthDate = isoBirth(birth);
    const key = birthDate === null ? null : index.aliases.present({ idNumber, birthDate });
    // Whoever has records is handed over, whatever the roster says of them: also those who left already.
    if (key === null || !(index.find(key) || (await has(store, key)))) throw unknown;
    return key;
  }
  const [only, ...more] = index.byId(idNumber);
  if (!only) throw unknown;
  if (more.length > 0) throw new Fault('portfolio/several-students', { student: shown, count: more.length + 1 });
  return only;
}

/** The students asked for, each once, in the order asked. @throws Fault as above, and `usage/bad-option` for none at all */
export async function selectStudents(store: SchoolStore, index: StudentIndex, asked: readonly string[]): Promise<readonly StudentKey[]> {
  const keys = new Map<string, StudentKey>();
  for (const one of asked) {
    const key = await keyOf(store, index, one);
    keys.set(keyText(key), key);
  }
  if (keys.size === 0) throw new Fault('usage/bad-option', { command: 'portfolio', detail: '--student / --list' });
  return [...keys.values()];
}
