/**
 * One of several threads that read a large file together: it reads parts of it, wherever they lie, to batches ready to
 * be written. Nothing it does can be seen before the thread that handed it the part has taken the result.
 */
import { conformCheck } from '../../adapters/conform.ts';
import type { MappingDefinition } from '../../adapters/sdk.ts';
import type { Finding } from '../../core/finding.ts';
import type { PartRange, PartReading } from '../../core/table.ts';
import { readPart } from '../../formats/csv/read-part.ts';
import { type MapContext, type RejectedRow, rowMapper } from '../../mapping/apply.ts';
import { bind } from '../../mapping/bind.ts';
import { compileMapping } from '../../mapping/compile.ts';
import { openTicket } from '../../store/blobs.ts';
import type { BlobTicket, PreparedBatch, StageTicket } from '../../store/port.ts';
import { prepareFor } from '../../store/stage-lane.ts';
import { type FindingPlace, problemFinding } from '../problem-finding.ts';
import { IntakeFindings } from './findings.ts';

/** What the thread is told with each part, and goes by from the first on; plain data. */
export interface LaneData {
  readonly blob: BlobTicket;
  readonly reading: PartReading;
  readonly header: readonly string[];
  readonly mapping: { readonly definition: MappingDefinition; readonly adapter: string; readonly name: string };
  readonly context: MapContext;
  readonly place: Omit<FindingPlace, 'definition'>;
  readonly ticket: StageTicket;
}

/** A part of the file, and what to know of the file. */
export interface LaneTask {
  readonly data: LaneData;
  readonly range: PartRange;
}

/** What came of a part; nothing but `clean` counts where that is false. */
export interface LaneResult {
  /** False when the part is not one record a line: it must be read again, with all that comes after it. */
  readonly clean: boolean;
  /** Rows read. */
  readonly read: number;
  readonly imported: number;
  readonly rejected: readonly RejectedRow[];
  readonly terms: readonly string[];
  readonly findings: { readonly counts: Readonly<Record<string, number>>; readonly samples: readonly Finding[] };
  readonly batches: readonly PreparedBatch[];
}

/** Makes the reader of parts of one file, which does one part after another. */
export async function openLane({ blob, reading, header, mapping, context, place, ticket }: LaneData): Promise<(range: PartRange) => Promise<LaneResult>> {
  const source = await openTicket(blob);
  const { definition } = mapping;
  const binding = bind(compileMapping(definition, mapping.adapter, mapping.name), header);
  const map = rowMapper(binding, context, conformCheck(definition.record));
  const prepared = prepareFor(ticket);
  return async (range) => {
    const findings = new IntakeFindings();
    const terms = new Set<string>();
    const rejected: RejectedRow[] = [];
    let read = 0;
    let imported = 0;
    const clean = await readPart(source, reading, range, (rows) => {
      const batch = map(rows);
      read += rows.length;
      imported += batch.records.length;
      for (const record of batch.records) terms.add(record.term);
      for (const remark of batch.remarks) findings.add(problemFinding(remark, { ...place, definition }));
      for (const reject of batch.rejected) findings.add(problemFinding({ ...reject.problem, row: reject.row }, { ...place, definition }));
      rejected.push(...batch.rejected);
      prepared.add(batch.records);
    });
    const batches = prepared.take();
    if (!clean) return { clean, read: 0, imported: 0, rejected: [], terms: [], findings: { counts: {}, samples: [] }, batches: [] };
    return { clean, read, imported, rejected, terms: [...terms], findings: { counts: findings.counts, samples: findings.samples }, batches };
  };
}
