/** `schemas/rosters/year.json`: which rosters a school year is submitted in, the last grade in batches (RULE-311, RULE-312). */
import { resourceJson } from '../../core/resources.ts';
import { type Assumption, rosterTypesAssumed } from '../assumptions.ts';
import type { Policy } from '../policy.ts';
import { type RosterEntry, withOwnTypes } from '../submit/term-rosters.ts';

export type YearEdition = 'year-submission' | 'year-submission-1' | 'year-submission-2';

/** 梯次; null for the grades that are submitted once. */
export type Batch = 1 | 2 | null;

export interface YearRosterEntry extends RosterEntry {
  /** Name of the workbook in the package. */
  readonly file: string;
  /** 學期 on its cover: 0 for the whole year. */
  readonly term: 0 | 1 | 2;
}

export interface YearEditionRosters {
  readonly edition: YearEdition;
  readonly batch: Batch;
  readonly rosters: readonly YearRosterEntry[];
}

export interface YearRosters {
  /** The system whose writing mappings make the workbooks. */
  readonly target: string;
  /** Bytes of files in one part. */
  readonly partBytes: number;
  readonly lastGrade: number;
  readonly editions: readonly YearEditionRosters[];
  readonly assumptions: readonly Assumption[];
}

/** The shipped rosters, with the home's own 名冊別 and the policy's size of a part where they say one. */
export function yearRosters(homePath: string, policy: Policy): YearRosters {
  const shipped = resourceJson('schemas/rosters/year.json') as YearRosters;
  return {
    ...shipped, partBytes: policy.package?.partBytes ?? shipped.partBytes,
    editions: shipped.editions.map((one) => ({ ...one, rosters: withOwnTypes(homePath, one.rosters) })),
  };
}

/** The rosters of a batch, or of the grades without one. */
export function editionFor({ editions }: YearRosters, batch: Batch): YearEditionRosters {
  const found = editions.find((one) => one.batch === batch);
  if (!found) throw new TypeError(`no edition for batch ${String(batch)}`);
  return found;
}

/** What no published text confirms of the rosters of an edition. */
export function yearAssumptions({ assumptions }: YearRosters, { rosters }: YearEditionRosters, year: number): readonly Assumption[] {
  return [...rosterTypesAssumed(rosters, year), ...assumptions];
}
