/** Students with works, performances, scores and files, as any system exports them, and transfer packages made by hand. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadRegistry } from '../src/adapters/registry.ts';
import { fileBytes } from '../src/adapters/write-files.ts';
import type { CanonicalRecord, StudentKey } from '../src/core/record.ts';
import { Sheets } from '../src/flows/migrate/sheets.ts';
import { type RawEntry, rawZip } from './formats/zip/raw-zip.ts';

export const registry = await loadRegistry();

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** A valid national id of nobody, by number. */
export function idOf(n: number): string {
  const body = `A1${String(10_000_000 + n).slice(1)}`;
  const letter = LETTERS.indexOf('A') + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(body.slice(1), Number)];
  const sum = digits.reduce((total, digit, at) => total + digit * WEIGHTS[at]!, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export interface Someone extends StudentKey {
  readonly name: string;
}

export const someone = (n: number): Someone => ({ idNumber: idOf(n), birthDate: `2008-0${(n % 9) + 1}-15`, name: `王同學${'甲乙丙丁戊己庚辛壬癸'[n % 10]}` });

const source = { input: '0'.repeat(32), table: 0, row: 2 };

/** A row of the student roster. */
export const enrolled = (school: string, { name, ...key }: Someone, term = '114-1', more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'student', school, term, ...key, name, division: 'day', studentNumber: `s${key.idNumber.slice(-4)}`, sex: '1', groupCode: '11', departmentCode: '101', classType: '1', grade: 2, className: '二年忠班', seat: '1', enrolmentStatus: '在學', source, ...more,
});

export const courseCode = (school: string, n: number, year = 113): string => `${year}${school}H11101A10101${String(n).padStart(2, '0')}`;

/** A certified work with the name of its document. */
export const work = (school: string, { name: _name, ...key }: Someone, n: number, more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'courseWork', kind: 'regular', school, term: '113-1', ...key, courseCode: courseCode(school, n), subjectName: `科目${n}`, grade: 1, credits: 4, studiedTerm: 1, brief: `成果${n}`,
  documentLink: `${key.idNumber}/w${n}.pdf`, certificationStatus: '1', uploadedTerm: '113-1', createdAt: `2025-01-05T10:20:${String(n % 60).padStart(2, '0')}`, certifiedAt: '2025-01-10T08:00:00',
  submittedAt: '2025-01-06T09:00:00', teacher: '李老師', source, ...more,
});

export const service = (school: string, { name: _name, ...key }: Someone, n: number, more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'performance', kind: 'service', school, term: '113-1', ...key, name: `服務${n}`, unit: '鄉公所', startDate: '2024-10-01', endDate: '2024-10-02', hours: 8, brief: `心得${n}`,
  documentLink: `${key.idNumber}/p${n}.jpg`, uploadedTerm: '113-1', createdAt: '2024-12-01', source, ...more,
});

export const post = (school: string, { name: _name, ...key }: Someone, more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'cadre', school, term: '113-1', ...key, unit: '一年忠班', startDate: '2024-09-01', endDate: '2025-01-20', role: '班長', level: '2', source, ...more,
});

export const score = (school: string, { name: _name, ...key }: Someone, n: number, more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'courseRecord', kind: 'regular', school, term: '113-1', ...key, division: 'day', courseCode: courseCode(school, n), subjectName: `科目${n}`, grade: 1, credits: 4, score: 80 + n, passed: true,
  reexamScore: null, reexamPassed: null, counted: '1', source, ...more,
});

export const statusChange = (school: string, { name: _name, ...key }: Someone, changeCode: string, changedOn: string, more: Record<string, unknown> = {}): CanonicalRecord => ({
  type: 'enrolment', kind: 'statusChange', school, term: '114-1', ...key, changeCode, changedOn, source, ...more,
});

/** Different content for each name; a document, a picture or a recording by its extension. */
export function contentOf(name: string, salt = ''): Buffer {
  const magic = name.endsWith('.mp4') ? Buffer.from('00000018667479706d703432', 'hex') : /\.jpe?g$/.test(name) ? Buffer.from('ffd8ffe0', 'hex') : Buffer.from('%PDF-1.4\n');
  return Buffer.concat([magic, Buffer.from(`${name}${salt}\n`.repeat(20))]);
}

export const md5 = (bytes: Uint8Array | string): string => createHash('md5').update(bytes).digest('hex');
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Links of records, each once. */
export function linksIn(records: readonly CanonicalRecord[]): readonly string[] {
  return [...new Set(records.flatMap((record) => ['documentLink', 'workLink', 'mediaLink'].flatMap((field) => (typeof record[field] === 'string' ? [record[field]] : []))))];
}

/** The MD5 beside each link, for systems that write one. */
function md5sOf(record: CanonicalRecord, salt: string): Record<string, string> {
  return Object.fromEntries(['document', 'work', 'media'].flatMap((kind) => {
    const link = record[`${kind}Link`];
    return typeof link === 'string' ? [[`${kind}Md5`, md5(contentOf(link, salt))]] : [];
  }));
}

/** Writes what a system exports of the records into a folder, the files of their links beside it. */
export async function writeExport(folder: string, system: string, school: string, records: readonly CanonicalRecord[], salt = ''): Promise<void> {
  const adapter = registry.adapter(system)!;
  const sheets = new Sheets(adapter, null, school);
  for (const record of records) {
    const placed = sheets.place({ ...record, ...(adapter.manifest.formats[0] === 'json' ? md5sOf(record, salt) : {}), school });
    if (!('held' in placed)) throw new Error(`${system} has no place for ${record.type} ${record.kind ?? ''}: ${placed.reason} ${placed.obstacle?.field ?? ''}`);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, list] of sheets.files()) writeFileSync(join(folder, name), await fileBytes(adapter, school, list[0]!.term, list));
  for (const link of linksIn(records)) {
    mkdirSync(dirname(join(folder, link)), { recursive: true });
    writeFileSync(join(folder, link), contentOf(link, salt));
  }
}

/** Keys of the shared front of every item of a package. */
const front = (school: string, { idNumber, birthDate }: StudentKey) => ({
  '國民身分證統一編號(或居留證統一證號)': idNumber, 學生出生年月日: birthDate.replaceAll('-', '/'), 就讀學校代碼: school, 就讀單位代碼: '000000000',
});

export const EMPTY_MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

/** A work as a root JSON has it. */
export function packedWork(school: string, key: StudentKey, n: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const { 就讀學校代碼: _school, 就讀單位代碼: _unit, ...own } = front(school, key);
  const path = `${key.idNumber}/課程學習成果/C${String(n).padStart(2, '0')}.pdf`;
  return {
    修課學校代碼: school, 修課單位代碼: '000000000', 應修課學年度: 113, 應修課學期: 1, ...own, 課程代碼: courseCode(school, n), 科目名稱: `科目${n}`, 學分數: 4, 開課年級: 1, 開課學期: 1,
    是否為借讀生時的課程學習成果: false, 是否為重修時的課程學習成果: false, 重修學年度及學期: '0000', 重修方式: '0', 是否為補修時的課程學習成果: false, 補修學年度及學期: '0000', 補修方式: '0',
    是否為重讀時的課程學習成果: false, 重讀學年度及學期: '0000', 是否為轉學轉科前的課程學習成果: false, 課程學習成果文件檔案連結: path, 文件檔案MD5: md5(contentOf(path)),
    課程學習成果影音檔案連結: '', 影音檔案MD5: EMPTY_MD5, 課程學習成果簡述: `成果${n}`, 認證狀態: '1', 本課程學習成果上傳學年度及學期: '1131', 建立日期及時間: `2025-01-05 10:20:${String(n % 60).padStart(2, '0')}`,
    '提交紀錄(學年度及學期)': '0000', 認證時間: '2025-01-10 08:00:00', 認證教師: '李老師', 認證說明: '', 送審時間: '2025-01-06 09:00:00', ...more,
  };
}

/** A service as a root JSON has it. */
export function packedService(school: string, key: StudentKey, n: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const path = `${key.idNumber}/多元表現/M${String(n).padStart(2, '0')}.pdf`;
  return {
    ...front(school, key), 學年度: 113, 學期: 1, 服務名稱: `服務${n}`, 服務單位名稱: '鄉公所', 開始日期: '2024/10/01', 結束日期: '2024/10/02', 服務學習時數: 8, 內容簡述: `心得${n}`,
    證明文件連結: path, 證明文件MD5: md5(contentOf(path)), 影音檔案連結: '', 影音檔案MD5: EMPTY_MD5, 外部影音連結: '', 本紀錄上傳學年度及學期: '1131', 建立日期: '2024/12/01', '提交紀錄(學年度及學期)': '0000', ...more,
  };
}

export interface PackedStudent {
  readonly works?: readonly Record<string, unknown>[];
  readonly services?: readonly Record<string, unknown>[];
  readonly basic?: Record<string, unknown>;
  readonly more?: Record<string, unknown>;
}

/** One student as a root JSON has one. */
export function packedStudent(school: string, { name, ...key }: Someone, { works = [], services = [], basic = {}, more = {} }: PackedStudent = {}): Record<string, unknown> {
  return {
    基本資料: { ...front(school, key), 學年度: 113, 學期: 2, 學生中文姓名: name, 擔任學校幹部經歷紀錄: [], ...basic },
    課程學習成果紀錄: works,
    多元表現: {
      幹部經歷暨事蹟紀錄: [], 競賽參與紀錄: [], 檢定證照紀錄: [], 服務學習紀錄: services, 彈性學習時間紀錄: [], 團體活動時間紀錄: [], 職場學習紀錄: [], 作品成果紀錄: [], 大學及技專校院先修課程紀錄: [], 其他多元表現紀錄: [],
    },
    ...more,
  };
}

/** Every file the links of packed items name, with content of its own. */
export function packedFiles(students: readonly Record<string, unknown>[]): RawEntry[] {
  const paths = JSON.stringify(students).match(/"(?:[^"\\]|\\.)*\/(?:課程學習成果|多元表現)\/[^"]+"/g) ?? [];
  return [...new Set(paths.map((path) => JSON.parse(path) as string))].map((path) => ({ name: path, data: contentOf(path) }));
}

/** A ZIP without a password, as other systems write it inside their own walls; entries may be added or taken away. */
export function packedZip(name: string, students: readonly Record<string, unknown>[], files: readonly RawEntry[] = packedFiles(students)): Buffer {
  return rawZip([{ name: `${name}.json`, data: JSON.stringify(students, null, 2) }, ...files]);
}
