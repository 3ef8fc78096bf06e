/**
 * The gate: open when no unwaived error remains and no record type changed beyond its threshold
 * against the last accepted submission; otherwise shut, or held until somebody approves with a reason.
 */
import type { GateState, HoldReason } from '../../report/model.ts';
import type { Digests } from './digests.ts';

export interface Threshold {
  /** Share of students (0–1) whose records may have changed. */
  readonly updated: number;
  /** Share of students that may have vanished. */
  readonly gone: number;
}

/** From a roster vendor's practice: three quarters changed, a tenth gone. A school's policy may set others. */
export const DEFAULT_THRESHOLD: Threshold = { updated: 0.75, gone: 0.1 };

export interface GateInput {
  readonly errors: number;
  readonly digests: Digests;
  /** Digests of the last accepted submission; null when there is none, which holds nothing. */
  readonly accepted: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  readonly thresholds: Readonly<Record<string, Threshold>>;
  /** True when somebody approved exactly this content. */
  readonly approved: boolean;
}

function changes(type: string, now: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>, threshold: Threshold): HoldReason[] {
  const refs = Object.keys(before);
  if (refs.length === 0) return [];
  const gone = refs.filter((ref) => now[ref] === undefined).length / refs.length;
  const updated = refs.filter((ref) => now[ref] !== undefined && now[ref] !== before[ref]).length / refs.length;
  const reasons: HoldReason[] = [];
  if (gone > threshold.gone) reasons.push({ type, what: 'gone', share: gone, threshold: threshold.gone });
  if (updated > threshold.updated) reasons.push({ type, what: 'updated', share: updated, threshold: threshold.updated });
  return reasons;
}

/** Why the gate would be held, whatever its errors; empty when nothing was accepted before. */
export function holdReasons(input: GateInput): readonly HoldReason[] {
  return Object.entries(input.accepted ?? {}).flatMap(([type, before]) =>
    changes(type, input.digests[type] ?? {}, before, input.thresholds[type] ?? DEFAULT_THRESHOLD));
}

/** Errors shut the gate whatever else holds it. */
export function gateState(input: GateInput): { readonly gate: GateState; readonly holds: readonly HoldReason[] } {
  const holds = holdReasons(input);
  if (input.errors > 0) return { gate: 'shut', holds };
  return { gate: holds.length > 0 && !input.approved ? 'held' : 'open', holds };
}
