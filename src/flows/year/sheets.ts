/** The sheets of an edition's rosters, each with the mapping that writes it in the school year. */
import { Fault } from '../../core/fault.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { Services } from '../services.ts';
import { writerOf } from '../submit/writer.ts';
import type { YearEditionRosters, YearRosterEntry, YearRosters } from './rosters.ts';

export interface Placed {
  readonly entry: YearRosterEntry;
  /** 分頁. */
  readonly title: string;
  readonly mapping: CompiledMapping;
}

/** In the order of the rosters. @throws {Fault} `adapter/invalid` when the target system has no such sheet in the year */
export function sheetsOf(services: Services, { target }: YearRosters, edition: YearEditionRosters, year: number): readonly Placed[] {
  const file = 'schemas/rosters/year.json';
  const adapter = services.registry.adapter(target);
  if (!adapter) throw new Fault('adapter/invalid', { adapter: target, detail: 'the target of yearly submissions is not installed', file });
  return edition.rosters.flatMap((entry) => entry.sheets.map((title) => {
    const mapping = writerOf(adapter, entry.roster, title, year);
    if (!mapping) throw new Fault('adapter/invalid', { adapter: target, detail: `no writing mapping for ${entry.roster} ${title} in ${year}`, file });
    return { entry, title, mapping };
  }));
}
