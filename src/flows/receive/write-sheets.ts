/**
 * Students' sheets as files, for each student and each class, with a list to enter the answers in. They hold names and
 * scores in clear, so they are only written where somebody asks for them, never into the working folder; the audit log
 * says who did, and file names say nothing of whom.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { writeCsv } from '../../formats/csv/write.ts';
import { joined } from '../../formats/bytes.ts';
import { renderClassSheets, renderStudentSheet } from '../../report/sheet.ts';
import type { SheetKind, SheetPage, StudentSheet } from '../../report/sheet-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { audit } from '../audit.ts';
import { publishFile } from '../publish-file.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { ANSWER_COLUMNS } from './answers-file.ts';
import { currentLine } from './current.ts';
import { fileNames } from './file-names.ts';
import { receiptKinds } from './kinds.ts';
import { titleOf } from './lines.ts';
import { schoolPeople } from './people.ts';
import { keyNames } from './plans.ts';
import { seatsOf } from './seats.ts';
import { sheetKind, studentSheet } from './sheet.ts';
import { type LineRecord, studentRecord } from './shelves.ts';

export interface SheetsAsked {
  /** `114-1`. */
  readonly term: string;
  readonly lines: readonly LineRecord[];
  /** Folder outside the working folder. */
  readonly out: string;
  /** One class only; all when null. */
  readonly className: string | null;
}

export interface WrittenSheets {
  readonly students: number;
  readonly classes: number;
  /** Absolute paths, by class. */
  readonly files: readonly string[];
}

/** The sheets of all students, by class, seat and code. */
async function sheetsOf(services: Services, store: SchoolStore, { term, lines }: SheetsAsked): Promise<readonly StudentSheet[]> {
  const kinds = receiptKinds(services.home.path);
  const names = keyNames(services.registry);
  const people = await schoolPeople(store);
  const seatOf = await seatsOf(store, term, people.identities);
  const files = await fileNames(store, term, people.identities);
  const found = new Map<string, { idNumber: string; seat: ReturnType<typeof seatOf>; kinds: SheetKind[] }>();
  for (const line of lines) {
    const current = await currentLine(services, store, line, people);
    for (const student of current?.reconciliation.students ?? []) {
      if (student.key === null) continue;
      const ref = store.studentRef(student.key);
      const record = studentRecord(store, line, ref);
      if (!record) continue;
      const one = found.get(ref) ?? { idNumber: student.key.idNumber, seat: seatOf(student.key), kinds: [] };
      found.set(ref, one);
      one.kinds.push(sheetKind({ line, title: titleOf(kinds, line), student, record, names, files }));
    }
  }
  const sheets = [...found].map(([ref, { idNumber, seat, kinds: own }]) => studentSheet(ref, idNumber, seat, own));
  const place = ({ className, seat, code }: StudentSheet): string => `${className ?? '\uffff'}\0${(seat ?? '').padStart(6, '0')}\0${code}`;
  return sheets.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** A name for a file of the operator's disk, from one that a school chose. */
const fileName = (text: string): string => text.replace(/[^\p{L}\p{N}()-]+/gu, '_').slice(0, 60) || '_';

/** One row a student and kind: what the class teacher fills in and `receipt confirm --file` reads. */
async function answerList(sheets: readonly StudentSheet[]): Promise<Uint8Array> {
  const header = [ANSWER_COLUMNS.code[0], '班級', '座號', '姓名', ANSWER_COLUMNS.kind[0], ANSWER_COLUMNS.answer[0], ANSWER_COLUMNS.text[0], ANSWER_COLUMNS.sheet[0], ANSWER_COLUMNS.number[0], ANSWER_COLUMNS.date[0]];
  const rows = sheets.flatMap(({ code, className, seat, name, kinds }) => kinds.filter(({ standing }) => standing === 'open' || standing === 'answered')
    .map(({ title }) => [code, className ?? '', seat ?? '', name ?? '', title['zh-TW'], '', '', '', '', '']));
  return joined(writeCsv({ header, rows }, { encoding: 'utf-8', bom: true, escapeFormulas: true }));
}

/** @throws {Fault} `receipt/sheets-inside-home` for a folder in which nothing lies in clear */
function refuseHome(home: string, out: string): void {
  const folder = resolve(out);
  if (folder === home || folder.startsWith(home + sep)) throw new Fault('receipt/sheets-inside-home', { folder: out, home });
}

/**
 * Writes `<out>/<term>/<class>.html`, `<class>_確認名單.csv` and `<class>/<seat>_<code>.html`.
 * @throws {Fault} `receipt/sheets-inside-home`; ProblemError `receipt/evidence-gone`
 */
export async function writeSheets(services: Services, store: SchoolStore, asked: SheetsAsked): Promise<WrittenSheets> {
  refuseHome(services.home.path, asked.out);
  const about: SheetPage = {
    school: store.school, schoolName: schoolSettings(services.home, store.school).name, term: asked.term,
    today: services.today, version: services.version, days: receiptKinds(services.home.path).window.days,
  };
  const all = (await sheetsOf(services, store, asked)).filter(({ className }) => asked.className === null || className === asked.className);
  const classes = [...Map.groupBy(all, ({ className }) => className)];
  const folder = join(resolve(asked.out), asked.term);
  // What was done to whose data is said before it can be seen.
  audit(services, store.school, 'receipt/sheets', { term: asked.term, lines: asked.lines.map(({ line }) => line), students: all.length, classes: classes.length });
  const files: string[] = [];
  const publish = (path: string, content: Uint8Array | string): void => {
    publishFile(path, content);
    files.push(path);
  };
  const taken = new Set<string>();
  for (const [className, sheets] of classes) {
    // Two classes may differ in what no file name can hold.
    let name = fileName(className ?? '未分班');
    while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
    services.progress.step(name, files.length);
    publish(join(folder, `${name}.html`), renderClassSheets(className, sheets, about, 'zh-TW'));
    publish(join(folder, `${name}_確認名單.csv`), await answerList(sheets));
    for (const sheet of sheets) publish(join(folder, name, `${fileName(sheet.seat ?? '00')}_${sheet.code}.html`), renderStudentSheet(sheet, about, 'zh-TW'));
  }
  return { students: all.length, classes: classes.length, files };
}
