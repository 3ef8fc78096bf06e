/** A sealed package, student by student: nothing of it is handed out before it is known to be whole and its sender's. */
import { recordProblem } from '../../../adapters/conform.ts';
import type { ByteSource } from '../../../core/bytes.ts';
import type { Evidence, MovedFile, MovedStudent, UnreadRow } from '../../../core/portfolio.ts';
import { type Problem, ProblemError } from '../../../core/problem.ts';
import type { CanonicalRecord, RecordType } from '../../../core/record.ts';
import { joined, memorySource } from '../../../formats/bytes.ts';
import { portfolioError, portfolioProblem } from '../../../package/portfolio/refuse.ts';
import { packageValidator } from '../../../package/portfolio/schema.ts';
import { type Keyring, openSealed, type OpenSealed } from '../../../package/portfolio/sealed/open.ts';
import type { KeepFile, ReadPackage, ReadStudent } from './read-package.ts';

interface StudentText {
  readonly student: Pick<MovedStudent, 'key' | 'formerKeys' | 'name' | 'unread'>;
  readonly records: readonly CanonicalRecord[];
  readonly files: readonly MovedFile[];
  readonly evidence: readonly Evidence[];
}

/** Bytes of one attachment: the largest allowed has 10 MiB, and odd ones are for the rules to refuse. */
const MOST_FILE = 512 * 1024 * 1024;

async function checked(opened: OpenSealed, folder: string, file: string): Promise<StudentText> {
  const text = await opened.student(folder);
  const [error] = packageValidator('portfolio-student')(text);
  if (error) throw portfolioError('sealed/bag-broken', file, { detail: error.message.en, entry: `${folder}${error.path}` });
  const student = text as StudentText;
  for (const [at, record] of student.records.entries()) checkRecord(record, `${folder}/records.ndjson:${at + 1}`, file);
  return student;
}

function checkRecord(record: CanonicalRecord, entry: string, file: string): void {
  const wrong = recordProblem(record);
  if (wrong) throw portfolioError('sealed/bag-broken', file, { detail: `${wrong.code} ${String(wrong.params['field'] ?? '')}`, entry });
}

/** The student's files, each as the list says. */
async function keptFiles(opened: OpenSealed, { files }: StudentText, keep: KeepFile, file: string): Promise<void> {
  for (const one of new Map(files.map((each) => [each.sha256, each])).values()) {
    const part = opened.file(one.sha256);
    if (!part || part.size !== one.size || part.size > MOST_FILE) throw portfolioError('sealed/bag-broken', file, { detail: part ? 'size' : 'missing', entry: `files/${one.sha256}` });
    const content = await keep(memorySource(await joined(part.stream())));
    if (content.sha256 !== one.sha256 || content.md5 !== one.md5) throw portfolioError('sealed/bag-broken', file, { detail: 'digest', entry: `files/${one.sha256}` });
  }
}

async function readStudent(opened: OpenSealed, position: number, keep: KeepFile, file: string): Promise<ReadStudent> {
  const { from, id, students } = opened.manifest;
  const { folder, records: promised } = students[position - 1]!;
  const base = { position, from, input: null, consultation: null };
  try {
    const text = await checked(opened, folder, file);
    const counts = Object.fromEntries(Object.entries(Object.groupBy(text.records, ({ type }) => type)).map(([type, list]) => [type, list.length]));
    if (Object.entries(promised).some(([type, count]) => counts[type as RecordType] !== count)) throw portfolioError('sealed/bag-broken', file, { detail: 'count', entry: folder });
    await keptFiles(opened, text, keep, file);
    const { student: { key, formerKeys, name, unread }, files, evidence } = text;
    const records = text.records.map((record, at) => ({ ...record, source: { input: id, table: 0, row: at + 1 } }));
    return { ...base, key, moved: { key, formerKeys, name, records, files, evidence, unread }, problems: unreadRemark(unread, file) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...base, key: null, moved: null, problems: [error.problem] };
  }
}

function unreadRemark(unread: readonly UnreadRow[], file: string): readonly Problem[] {
  const [first] = unread;
  return first ? [portfolioProblem('portfolio/row-not-read', file, { sheet: first.sheet, row: first.row, code: first.code, count: unread.length })] : [];
}

export interface ReadSealedOptions {
  /** The receiving school. */
  readonly school: string;
  readonly keyring: Keyring;
  readonly keep: KeepFile;
}

/** @throws ProblemError as `openSealed` says: nothing of the package is taken then */
export async function readSealed(source: ByteSource, file: string, { school, keyring, keep }: ReadSealedOptions): Promise<ReadPackage> {
  const opened = await openSealed(source, file, school, keyring);
  const { manifest } = opened;
  return {
    format: 'sealed', key: manifest.id, from: manifest.from, at: manifest.createdAt, sequence: manifest.sequence, problems: [],
    async *students() {
      for (let position = 1; position <= manifest.students.length; position++) yield await readStudent(opened, position, keep, file);
    },
    close: () => opened.close(),
  };
}
