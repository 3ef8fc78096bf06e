/** What became of one file; the contract of `licheng import --json` is drawn from it. */
import type { Finding } from '../../core/finding.ts';
import type { InputInfo, SlotChange } from '../../store/port.ts';

export interface FileOutcome {
  readonly file: string;
  readonly sha256: string;
  readonly system: string | null;
  readonly edition: string | null;
  readonly status: 'imported' | 'unchanged' | 'quarantined';
  /** Records by type. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Codes of what was found, errors and remarks alike. */
  readonly reasons: readonly string[];
  /** Samples of the same, with their places. */
  readonly findings: readonly Finding[];
  /** What the store knows of it; null for an attachment, which is no input of its own. */
  readonly input: InputInfo | null;
}

/** Of a file that holds tables. */
export interface TableOutcome extends FileOutcome {
  readonly input: InputInfo;
}

export interface DropOutcome {
  readonly files: readonly FileOutcome[];
  readonly changes: readonly SlotChange[];
  /** What was read from where, archives as such: a file may only be removed while it still has this content. */
  readonly read: readonly { readonly path: string; readonly sha256: string }[];
}

/** The name the school gave the file; archives around it often carry the day and change every night. */
export function ownName(name: string): string {
  return name.slice(name.lastIndexOf('!') + 1);
}

/** What the contract says of an input that was read, or known already. */
export function outcomeOf(input: InputInfo, status: FileOutcome['status']): TableOutcome {
  return {
    file: input.file, sha256: input.sha256, system: input.system, edition: input.edition, status,
    records: input.records, rejected: input.rejected, reasons: Object.keys(input.findingCounts), findings: input.findings, input,
  };
}
