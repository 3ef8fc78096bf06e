/** One student of a transfer package: rows, files and consultations; all of it or nothing. */
import type { Adapter } from '../../../adapters/registry.ts';
import { sameKey, type UnreadRow } from '../../../core/portfolio.ts';
import { type Problem, ProblemError } from '../../../core/problem.ts';
import { PROBLEMS } from '../../../core/problems/index.ts';
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import { rocToIso } from '../../../core/roc-date.ts';
import { isSchoolCode } from '../../../core/school-code.ts';
import { memorySource } from '../../../formats/bytes.ts';
import type { ZipEntry } from '../../../formats/zip/read.ts';
import { CONSULTATION } from '../../../package/portfolio/exchange/layout.ts';
import { portfolioProblem } from '../../../package/portfolio/refuse.ts';
import { linksOf } from '../../../core/items/links.ts';
import { inputId } from '../../intake/input-id.ts';
import type { InputInfo } from '../../../store/port.ts';
import { exchangeRows, type ExchangeRows, NO_SCHOOL } from './exchange-rows.ts';
import type { KeepFile, ReadStudent } from './read-package.ts';
import { saidMd5 } from './said-md5.ts';
import { StudentFolder, studentFiles } from './student-files.ts';

/** What all students of a package share. */
export interface ExchangeContext {
  readonly adapter: Adapter;
  /** Base name of the root JSON. */
  readonly base: string;
  /** School that handed over, by the package's name; null where that says nothing, and then each student's own row does. */
  readonly from: string | null;
  /** Name of the package, for messages. */
  readonly file: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Entries that were refused. */
  readonly refused: readonly Problem[];
  readonly keep: KeepFile;
  readonly acceptMissing: boolean;
  /** True where the receiving school knows two keys for one person's. */
  samePerson(a: StudentKey, b: StudentKey): boolean;
}

/** Keys of ours in 基本資料 for a student whose id or birth date was corrected; named like the columns of the 104 roster (RULE-116). */
export const FORMER_ID = '原身分證號';
export const FORMER_BIRTH = '原出生日期';

const keyOf = ({ idNumber, birthDate }: CanonicalRecord): StudentKey | null => (idNumber === undefined || birthDate === undefined ? null : { idNumber, birthDate });

function isoDate(text: string | undefined): string | null {
  const match = /^(\d{4})[/-](\d{2})[/-](\d{2})$/.exec(text ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : rocToIso(text ?? '');
}

function formerKeysIn({ extra = {} }: CanonicalRecord, key: StudentKey): readonly StudentKey[] {
  const before = { idNumber: extra[FORMER_ID]?.trim() || key.idNumber, birthDate: isoDate(extra[FORMER_BIRTH]) ?? key.birthDate };
  return sameKey(before, key) ? [] : [before];
}

/** Rows of another person, and of the same one under a former key. */
function checkOwners(records: readonly CanonicalRecord[], key: StudentKey, formerKeys: readonly StudentKey[], { samePerson, file }: ExchangeContext): Problem[] {
  const keys = [key, ...formerKeys];
  const foreign = records.filter((record) => {
    const own = keyOf(record);
    return record.type !== 'consultation' && (own === null || !keys.some((one) => sameKey(one, own) || samePerson(one, own)));
  });
  return foreign.length === 0 ? [] : [portfolioProblem('portfolio/foreign-item', file, { count: foreign.length, id: foreign[0]!.idNumber ?? '' })];
}

function infoOf({ base, adapter }: ExchangeContext, id: string, digest: string, size: number, { records, unread, tables }: ExchangeRows): InputInfo {
  const counts = Object.entries(Object.groupBy(records, ({ type }) => type)).map(([type, list]) => [type, list.length] as const);
  return {
    id, sha256: digest, size, file: `${base}.json`, system: adapter.id, edition: adapter.manifest.editions.at(-1)?.id ?? null, encoding: 'utf-8', mappingHash: adapter.hash,
    status: 'imported', tables, terms: [...new Set(records.map(({ term }) => term))].sort(), records: Object.fromEntries(counts), rejected: unread.length, findingCounts: {}, findings: [],
  };
}

/** The rows of the student's 課程諮詢.json, and the file's digest; nothing where there is none. */
async function consultations(context: ExchangeContext, folder: StudentFolder, { from, key: { idNumber: id } }: Pick<Read, 'from' | 'key'>, input: string): Promise<{ rows: ExchangeRows; sha256: string | null }> {
  const entry = folder.entry(`${id}/${CONSULTATION}`);
  if (!entry) return { rows: { records: [], unread: [], tables: [] }, sha256: null };
  const source = await entry.source();
  const content = await context.keep(source);
  const rows = await exchangeRows(await source.read(0, source.size), { ...context, from, input, file: CONSULTATION });
  return { rows, sha256: content.sha256 };
}

/** Problems of entries in the student's folder that the archive's checks refused. */
function refusedOf({ refused, file }: ExchangeContext, ids: readonly string[]): Problem[] {
  return refused.filter(({ params }) => ids.some((id) => String(params['entry']).startsWith(`${id}/`)))
    .map(({ code, params }) => portfolioProblem('portfolio/entry-refused', file, { entry: String(params['entry']), code, why: PROBLEMS[code]?.title['zh-TW'] ?? code }));
}

const unreadProblems = (unread: readonly UnreadRow[], file: string): Problem[] =>
  [...Map.groupBy(unread, ({ sheet, code }) => `${sheet}\0${code}`).values()].map((rows) =>
    portfolioProblem('portfolio/row-not-read', file, { sheet: rows[0]!.sheet, count: rows.length, row: rows[0]!.row, code: rows[0]!.code }));

/** True for a problem that keeps the student out. */
export function refuses({ code }: Problem): boolean {
  return PROBLEMS[code]?.severity === 'error' && code !== 'portfolio/row-not-read';
}

/**
 * @param text list of one student, as it stands in the root JSON
 * @param position from 1
 */
export async function exchangeStudent(context: ExchangeContext, text: string, position: number): Promise<ReadStudent> {
  const nobody = (problem: Problem): ReadStudent => ({ position, from: context.from, key: null, moved: null, problems: [problem], input: null, consultation: null });
  try {
    const bytes = new TextEncoder().encode(text);
    const kept = await context.keep(memorySource(bytes));
    const input = inputId(`${context.base}.json#${position}`, kept.sha256);
    const read = await exchangeRows(bytes, { ...context, from: context.from ?? NO_SCHOOL, input, file: `${context.base}.json` });
    const [basic, ...more] = read.records.filter(({ type }) => type === 'student');
    const key = basic ? keyOf(basic) : null;
    if (!basic || key === null || more.length > 0 || !/^[A-Z0-9]{1,20}$/.test(key.idNumber)) return nobody(portfolioProblem('portfolio/no-student-key', context.file, { position }));
    const from = context.from ?? attended(basic);
    if (from === null) return { ...nobody(portfolioProblem('portfolio/no-source-school', context.file)), key };
    const rows = { ...read, records: read.records.map((record) => ({ ...record, school: from })) };
    return await withKey(context, { position, from, bytes, input, sha256: kept.sha256, rows, basic, key });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return nobody(error.problem);
  }
}

function attended({ attendedSchool }: CanonicalRecord): string | null {
  return typeof attendedSchool === 'string' && isSchoolCode(attendedSchool) ? attendedSchool : null;
}

interface Read {
  readonly position: number;
  readonly from: string;
  readonly bytes: Uint8Array;
  readonly input: string;
  readonly sha256: string;
  readonly rows: ExchangeRows;
  readonly basic: CanonicalRecord;
  readonly key: StudentKey;
}

async function withKey(context: ExchangeContext, { position, from, bytes, input, sha256: digest, rows, basic, key }: Read): Promise<ReadStudent> {
  const { file } = context;
  const formerKeys = formerKeysIn(basic, key);
  const ids = [...new Set([key.idNumber, ...formerKeys.map(({ idNumber }) => idNumber), ...rows.records.flatMap(({ idNumber }) => idNumber ?? [])])];
  const problems: Problem[] = [...checkOwners(rows.records, key, formerKeys, context), ...refusedOf(context, ids), ...unreadProblems(rows.unread, file)];
  try {
    // Only folders of ids that are this person's: another's folder is never looked into.
    const own = problems.some(({ code }) => code === 'portfolio/foreign-item') ? [key.idNumber] : ids;
    const folder = new StudentFolder(context.entries, own, context.keep);
    const md5Of = saidMd5(bytes, context.adapter);
    const links = rows.records.flatMap((record) => linksOf(record).map(({ field, kind, link }) => ({
      record, field, kind, link, md5: md5Of(rows.tables[record.source.table], record.source.row, field),
    }))).filter(({ record, field }) => !(record.type === 'consultation' || field === 'externalLink'));
    const { files, mended, problems: found } = await studentFiles(folder, links, file, context.acceptMissing);
    const consultation = await consultations(context, folder, { from, key }, inputId(`${context.base}.json#${position}!${CONSULTATION}`, digest));
    const records = rows.records.map((record) => mended.filter((one) => one.record === record).reduce((changed, { field, link }) => ({ ...changed, [field]: link }), record));
    problems.push(...found, ...unreadProblems(consultation.rows.unread, file));
    const refused = problems.some(refuses);
    return {
      position, from, key, problems,
      input: infoOf(context, input, digest, bytes.length, rows), consultation: consultation.sha256,
      moved: refused ? null : {
        key, formerKeys, name: typeof basic['name'] === 'string' ? basic['name'] : null,
        records: [...records, ...consultation.rows.records], files, evidence: [], unread: [...rows.unread, ...consultation.rows.unread],
      },
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { position, from, key, moved: null, problems: [...problems, error.problem], input: null, consultation: null };
  }
}
