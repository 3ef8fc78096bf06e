/** What of a school year's submission changed since one that was sent: rows, and the files they name. */
import type { RosterPlan } from '../../package/workbooks.ts';
import { digestInName } from '../../package/year/name.ts';
import type { PastSubmission, RemovedRows, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { correctionOf, type Resent } from '../submit/correction.ts';
import { chainOf, keyOfStudent, submittedRows } from '../submit/submitted.ts';
import { studentFilesKey, type StudentFiles, type YearContent } from './plan.ts';

export interface YearCorrection {
  readonly content: YearContent;
  readonly removed: readonly RemovedRows[];
  /** Students with anything changed, as rosters name them; never shown. */
  readonly changed: ReadonlySet<string>;
}

/** Names of files in the rows, which are all that the package must hold. */
function namesIn(rosters: readonly RosterPlan[]): ReadonlySet<string> {
  return new Set(rosters.flatMap(({ sheets }) => sheets).flatMap(({ rows }) => rows).flat().filter((cell) => digestInName(cell) !== null));
}

/** The same content may be a file of another student too, who did not change. */
function filesOf(students: readonly StudentFiles[], changed: ReadonlySet<string>, names: ReadonlySet<string>): readonly StudentFiles[] {
  const keys = new Set([...changed].map(keyOfStudent).filter((key) => key !== null).map(studentFilesKey));
  return students.filter(({ key }) => keys.has(key)).flatMap(({ key, files }): StudentFiles[] => {
    const named = new Map(files.filter(({ name }) => names.has(name)).map((file) => [file.name, file]));
    return named.size === 0 ? [] : [{ key, files: [...named.values()], bytes: [...named.values()].reduce((sum, { size }) => sum + size, 0) }];
  });
}

/** @throws ProblemError `receipt/evidence-gone` */
export async function changedSince(services: Services, store: SchoolStore, base: PastSubmission, { rosters: now, students }: YearContent, resent?: Resent): Promise<YearCorrection> {
  const { rosters, removed, students: changed } = correctionOf(now, await submittedRows(services, store, chainOf(store.submissions({ term: base.term }), base)), resent);
  return { content: { rosters, students: filesOf(students, changed, namesIn(rosters)) }, removed, changed };
}
