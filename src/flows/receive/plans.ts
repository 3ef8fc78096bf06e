/** How the rows of receipts are understood: the roster's own mapping, and what other systems call the same things. */
import type { Registry } from '../../adapters/registry.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { KeyNames } from '../../receipts/read/student.ts';
import type { ReceiptKind } from '../../receipts/kinds.ts';
import type { SheetPlan } from '../../receipts/compare/plan.ts';
import type { Services } from '../services.ts';
import { termRosters } from '../submit/term-rosters.ts';
import { writerOf } from '../submit/writer.ts';

/** Headers of id and birth date over all systems. */
export function keyNames(registry: Registry): KeyNames {
  const headers = (field: string): ReadonlySet<string> => new Set(registry.adapters.flatMap(({ mappings }) => mappings)
    .flatMap(({ columns }) => columns).filter(({ to }) => to === field).flatMap(({ definition }) => definition.headers));
  return { idNumber: headers('idNumber'), birthDate: headers('birthDate') };
}

/** Mappings of any system for records of the same type and kind, each layout once. */
function alike(registry: Registry, { definition }: CompiledMapping): readonly CompiledMapping[] {
  const all = registry.adapters.flatMap(({ mappings }) => mappings).filter((other) => other.definition.record === definition.record
    && other.definition.constants['kind'] === definition.constants['kind'] && other.definition.rejects !== true);
  return [...new Map(all.map((mapping) => [mapping.hash, mapping])).values()];
}

/** Sheets of a kind in a school year, as far as the rosters have them. */
export function sheetPlans(services: Services, kind: ReceiptKind, year: number): readonly SheetPlan[] {
  const target = services.registry.adapter(termRosters(services.home.path).target);
  if (!target) return [];
  return kind.sheets.filter(({ from, to }) => from <= year && (to === null || year <= to)).flatMap((sheet) => {
    const mapping = writerOf(target, sheet.roster, sheet.sheet, year);
    return mapping ? [{ sheet, mapping, others: alike(services.registry, mapping) }] : [];
  });
}
