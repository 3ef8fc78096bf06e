/** One file while it is read: where its records go, and what is known of them so far. */
import type { Problem } from '../../core/problem.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { Table } from '../../core/table.ts';
import type { QuarantineItem, SchoolStore, Staging } from '../../store/port.ts';
import type { Scanned } from '../../formats/text/scan.ts';
import type { Services } from '../services.ts';
import type { IntakeFindings } from './findings.ts';

/** Bytes already kept in the store, and what to call them. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** What is known of its text, where it was just looked through. */
  readonly scanned?: Scanned | null;
}

export interface Reading {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly kept: KeptFile;
  readonly staging: Staging;
  readonly findings: IntakeFindings;
  readonly records: Record<string, number>;
  readonly terms: Set<string>;
  /** What the central database says; it is no data of the school and goes into no slot. */
  readonly replies: CanonicalRecord[];
}

/** A row as quarantine keeps it. */
export function rejectedItem({ kept }: Reading, tableIndex: number, table: Table, row: number, cells: readonly string[], problem: Problem): Omit<QuarantineItem, 'file'> {
  return { id: `${kept.id}:${tableIndex}:${row}`, input: kept.id, sheet: table.sheet, row, problem, header: table.header, cells };
}
