/** A transfer package of another system, student by student. */
import type { Adapter, Registry } from '../../../adapters/registry.ts';
import type { ByteSource } from '../../../core/bytes.ts';
import { Fault } from '../../../core/fault.ts';
import { idKind } from '../../../core/national-id.ts';
import type { Problem } from '../../../core/problem.ts';
import type { StudentKey } from '../../../core/record.ts';
import { sha256Of } from '../../../core/sha256.ts';
import { keyText } from '../../../core/student-key.ts';
import type { ZipEntry } from '../../../formats/zip/read.ts';
import { openExchange, type OpenExchange } from '../../../package/portfolio/exchange/open.ts';
import { portfolioError, portfolioProblem } from '../../../package/portfolio/refuse.ts';
import { basicKey } from './exchange-rows.ts';
import { type ExchangeContext, exchangeStudent } from './exchange-student.ts';
import type { KeepFile, ReadPackage, ReadStudent } from './read-package.ts';

export interface ReadExchangeOptions {
  readonly registry: Registry;
  readonly password?: string;
  readonly keep: KeepFile;
  /** Puts the inner ZIP of a wrapped package where it can be read at any place. */
  spool(entry: ZipEntry): Promise<ByteSource>;
  readonly acceptMissing: boolean;
  samePerson(a: StudentKey, b: StudentKey): boolean;
}

/** The adapter whose JSON is the root of transfer packages. @throws Fault `adapter/invalid` when there is none */
export function rootAdapter(registry: Registry): Adapter {
  const found = registry.adapters.find(({ manifest }) => manifest.transfer?.root === true);
  if (!found) throw new Fault('adapter/invalid', { adapter: 'transfer', detail: 'no adapter says that its JSON is the root of transfer packages', file: 'manifest.json' });
  return found;
}

/** Entries that were refused and lie in no student's folder: nobody knows whose they would be, or what else is wrong. */
function outsiders({ problems, students }: OpenExchange): readonly Problem[] {
  // A student's folder is an id that one of the texts knows.
  const isFolder = (name: string): boolean => idKind(name) !== null && students.some((text) => text.includes(name));
  return problems.filter(({ params: { entry } }) => entry !== undefined && !isFolder(String(entry).split('/')[0]!));
}

/** Keys that stand in the package more than once: which of the students is right is not for us to say. */
async function repeatedKeys({ students, base }: OpenExchange, adapter: Adapter): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const text of students) {
    const key = await basicKey(new TextEncoder().encode(text), adapter, base);
    if (key === null) continue;
    if (seen.has(keyText(key))) repeated.add(keyText(key));
    seen.add(keyText(key));
  }
  return repeated;
}

/**
 * @param file name of the ZIP
 * @throws ProblemError of the `zip` and `json` areas, `portfolio/no-root` and others of its kind: nothing can be read then
 */
export async function readExchange(source: ByteSource, file: string, options: ReadExchangeOptions): Promise<ReadPackage> {
  const { registry, password, keep, spool, acceptMissing, samePerson } = options;
  const opened = await openExchange(source, file, { spool, ...(password === undefined ? {} : { password }) });
  const hostile = outsiders(opened);
  if (hostile[0]) {
    await opened.close();
    throw portfolioError('portfolio/hostile-entry', file, { entry: String(hostile[0].params['entry']), code: hostile[0].code, count: hostile.length });
  }
  const { base, said } = opened;
  const context: ExchangeContext = {
    adapter: rootAdapter(registry), base, from: said?.school ?? null, file, entries: opened.entries,
    refused: opened.problems.filter(({ params }) => params['entry'] !== undefined), keep, acceptMissing, samePerson,
  };
  async function* students(): AsyncGenerator<ReadStudent> {
    const repeated = await repeatedKeys(opened, context.adapter);
    for (const [at, text] of opened.students.entries()) {
      const student = await exchangeStudent(context, text, at + 1);
      if (student.key === null || !repeated.has(keyText(student.key))) yield student;
      else yield { ...student, moved: null, problems: [...student.problems, portfolioProblem('portfolio/student-twice', file)] };
    }
  }
  return {
    format: 'exchange', key: said ? base : (await sha256Of(source)).slice(0, 32), from: said?.school ?? null, at: said?.at ?? null, sequence: null,
    problems: [
      ...opened.problems.filter(({ params }) => params['entry'] === undefined),
      ...(opened.students.length === 0 ? [portfolioProblem('portfolio/no-students', file)] : []),
    ],
    students, close: () => opened.close(),
  };
}
