/** Files of a receipt put together by what is confirmed together: one kind of one batch. */
import type { Problem } from '../core/problem.ts';
import type { Bilingual } from '../core/problem.ts';
import type { Claims, NamedRoster, ReceiptFile, ReceiptStudent } from './content.ts';
import { type Batch, lineId, lineTitle, type ReceiptKind } from './kinds.ts';
import { together } from './read/read-file.ts';

export interface ReceiptLine {
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: ReceiptKind;
  readonly batch: Batch;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly rosters: readonly NamedRoster[];
  readonly students: readonly ReceiptStudent[];
  readonly claims: readonly Claims[];
  readonly remarks: readonly Problem[];
}

/** @param batchOf the batch of a file whose name speaks of none: by the rosters it names */
export function receiptLines(files: readonly ReceiptFile[], batchOf: (file: ReceiptFile) => Batch): readonly ReceiptLine[] {
  const groups = Map.groupBy(files, (file) => lineId(file.kind, file.batch || batchOf(file)));
  return [...groups].map(([id, group]) => {
    const [first] = group as [ReceiptFile, ...ReceiptFile[]];
    const batch = first.batch || batchOf(first);
    const merged = together(group.flatMap(({ students }) => students), first.name);
    return {
      id, title: lineTitle(first.kind, batch), kind: first.kind, batch,
      files: group.map(({ name, sha256 }) => ({ name, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      rosters: [...new Map(group.flatMap(({ rosters }) => rosters).map((roster) => [`${roster.sha}|${roster.name}`, roster])).values()],
      students: merged.students, claims: group.map(({ claims }) => claims),
      remarks: group.length > 1 ? merged.remarks : [],
    };
  });
}
