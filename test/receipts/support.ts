/** Receipts and mappings for tests that need no school. */
import { loadRegistry } from '../../src/adapters/registry.ts';
import { resourceJson } from '../../src/core/resources.ts';
import { keyNames } from '../../src/flows/receive/plans.ts';
import { writerOf } from '../../src/flows/submit/writer.ts';
import type { SheetPlan } from '../../src/receipts/compare/plan.ts';
import { kindOfFile, type ReceiptKinds, sheetOfTitle } from '../../src/receipts/kinds.ts';
import type { Pack } from '../../src/receipts/read/unpack.ts';

export const KINDS = resourceJson('schemas/receipts/kinds.json') as ReceiptKinds;

const registry = await loadRegistry();

export const KEYS = keyNames(registry);

/** The plan of a sheet, with the mappings of every system for the same kind of record. */
export function planOf(kindTitle: string, title: string, year = 114): SheetPlan {
  const sheet = sheetOfTitle(kindOfFile(KINDS, kindTitle)!, title, year)!;
  const mapping = writerOf(registry.adapter('national-roster')!, sheet.roster, sheet.sheet, year)!;
  const { record, constants } = mapping.definition;
  return {
    sheet, mapping,
    others: registry.adapters.flatMap(({ mappings }) => mappings).filter(({ definition }) => definition.record === record && definition.constants['kind'] === constants['kind'] && definition.rejects !== true),
  };
}

/** A pack in memory. */
export function packOf(files: Readonly<Record<string, string | Uint8Array>>, name = '收訖明細.zip'): Pack {
  return {
    name,
    entries: Object.entries(files).map(([entry, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { name: entry, size: bytes.length, read: async () => bytes };
    }),
  };
}
