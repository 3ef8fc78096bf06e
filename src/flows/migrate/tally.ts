/** Counts what a migration loses and fills in, by type, kind and field; one masked example each. */
import type { DefaultedField, LostField, NotHeld } from '../../adapters/held-row.ts';
import { codePointLabel } from '../../core/characters.ts';
import { FIELDS } from '../../core/fields.ts';
import { mask, maskIdsIn } from '../../core/mask.ts';
import type { CanonicalRecord, RecordType } from '../../core/record.ts';
import { byRecordType } from '../../report/labels.ts';
import { type DefaultedLine, LOSS_REASONS, type LossLine, type LossReason, type ChangedLine } from '../../report/migration-model.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Characters of an example. */
const SHOWN = 60;

function shown(type: RecordType, field: string, value: unknown): string | null {
  if (value === undefined) return null;
  const privacy = FIELDS[type][field]?.privacy ?? 'text';
  return mask(privacy, value === null ? '-1' : String(value)).slice(0, SHOWN).toWellFormed();
}

const kindOf = (record: CanonicalRecord): string | null => record.kind ?? (typeof record['form'] === 'string' ? record['form'] : null);

type Counted = Pick<LossLine, 'type' | 'kind' | 'field'>;

/** By type as reports list them, then kind and field. */
function inOrder(a: Counted, b: Counted): number {
  if (a.type !== b.type) return byRecordType(a.type, b.type);
  const [left, right] = [a, b].map((line) => `${line.kind ?? ''}\0${line.field ?? ''}`) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

export class LossTally {
  readonly #loss = new Map<string, Mutable<LossLine>>();
  readonly #defaulted = new Map<string, Mutable<DefaultedLine>>();
  readonly #changed = new Map<string, Mutable<ChangedLine>>();

  #add(record: CanonicalRecord, field: string | null, reason: LossReason, example: () => string | null): void {
    const kind = kindOf(record);
    const key = [record.type, kind, field, reason].join('\0');
    const line = this.#loss.get(key);
    if (line) line.count += 1;
    else this.#loss.set(key, { type: record.type, kind, field, reason, count: 1, example: example() });
  }

  /** A record that has no place in the target. */
  record(record: CanonicalRecord, reason: LossReason, obstacle: Pick<NotHeld, 'field' | 'value' | 'character'> = { field: null, value: undefined, character: '' }): void {
    const { field, value, character } = obstacle;
    const label = codePointLabel(character.codePointAt(0) ?? 0);
    this.#add(record, field, reason, () => (character !== '' ? (/\p{C}/u.test(character) ? label : `${character} ${label}`) : field === null ? null : shown(record.type, field, value)));
  }

  /** Values that are missing from a record's row. */
  values(record: CanonicalRecord, lost: readonly (Omit<LostField, 'reason'> & { readonly reason: LossReason })[]): void {
    for (const { field, reason, value } of lost) this.#add(record, field, reason, () => shown(record.type, field, value));
  }

  /** Fields the target fills by itself. */
  defaulted(record: CanonicalRecord, fields: readonly DefaultedField[]): void {
    const kind = kindOf(record);
    for (const { field, value } of fields) {
      const key = [record.type, kind, field].join('\0');
      const line = this.#defaulted.get(key);
      if (line) line.count += 1;
      else this.#defaulted.set(key, { type: record.type, kind, field, count: 1, example: shown(record.type, field, value) });
    }
  }

  /** A value that is said in the target's own terms. */
  changed(record: CanonicalRecord, field: string): void {
    const kind = kindOf(record);
    const key = [record.type, kind, field].join('\0');
    const line = this.#changed.get(key);
    if (line) line.count += 1;
    else this.#changed.set(key, { type: record.type, kind, field, count: 1 });
  }

  /** A file beside the tables that has no place in the target, or whose name has none. */
  file(kind: string | null, name: string, reason: LossReason, field: string | null = null): void {
    const key = ['attachment', kind, field, reason].join('\0');
    const line = this.#loss.get(key);
    if (line) line.count += 1;
    else this.#loss.set(key, { type: 'attachment', kind, field, reason, count: 1, example: maskIdsIn(name).slice(0, SHOWN).toWellFormed() });
  }

  /** By type, kind and field; the same losses give the same lines. */
  get lossLines(): readonly LossLine[] {
    return [...this.#loss.values()].sort((a, b) => inOrder(a, b) || LOSS_REASONS.indexOf(a.reason) - LOSS_REASONS.indexOf(b.reason));
  }

  get changedLines(): readonly ChangedLine[] {
    return [...this.#changed.values()].sort(inOrder);
  }

  get defaultedLines(): readonly DefaultedLine[] {
    return [...this.#defaulted.values()].sort(inOrder);
  }
}
