/** Collects staged records by slot and student until there is enough for a batch: the caller's half of staging. */
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import type { DocumentPlace } from './rows.ts';
import { documentText, encodeRow, Layout } from './rows.ts';
import type { SlotLayout } from './documents.ts';
import { DICTIONARY_BYTES } from './documents.ts';
import type { Batch, BatchDocument } from './stage-batch.ts';
import { TextBlock } from './text-block.ts';

interface Group {
  readonly slot: Slot;
  readonly student: StudentKey | null;
  rows: string;
  records: number;
}

interface Slot {
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  readonly layout: Layout;
  dictionary: Uint8Array | null;
  readonly groups: Map<string, Group>;
}

export class StageBuffer {
  /** Records held. */
  records = 0;
  /** UTF-16 units of row text held. */
  size = 0;
  readonly #place: Pick<DocumentPlace, 'school' | 'input'>;
  readonly #slots = new Map<string, Slot>();
  #last: Group | null = null;
  #part = 0;
  #sequence = 0;

  constructor(place: Pick<DocumentPlace, 'school' | 'input'>) {
    this.#place = place;
  }

  add(record: CanonicalRecord): void {
    if (record.school !== this.#place.school) throw new Error('a record of another school was staged');
    if (record.source.input !== this.#place.input) throw new Error('a record of another input was staged');
    const slot = this.#slot(record.term, record.type, record.kind ?? '');
    const { idNumber, birthDate } = record;
    const student = idNumber === undefined || birthDate === undefined ? null : { idNumber, birthDate };
    const row = encodeRow(record, slot.layout, student !== null);
    const group = this.#group(slot, student);
    group.rows = group.records === 0 ? row : `${group.rows},${row}`;
    group.records += 1;
    this.records += 1;
    this.size += row.length;
  }

  /** Files are often in order of students: the last group is the likeliest. */
  #group(slot: Slot, student: StudentKey | null): Group {
    const last = this.#last;
    if (last?.slot === slot && last.student?.idNumber === student?.idNumber && last.student?.birthDate === student?.birthDate) return last;
    const key = student ? `${student.idNumber}|${student.birthDate}` : '';
    let group = slot.groups.get(key);
    if (!group) {
      group = { slot, student, rows: '', records: 0 };
      slot.groups.set(key, group);
    }
    this.#last = group;
    return group;
  }

  #slot(term: string, type: string, kind: string): Slot {
    const last = this.#last?.slot;
    if (last && last.type === type && last.kind === kind && last.term === term) return last;
    const key = `${term}\0${type}\0${kind}`;
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { term, type, kind, layout: new Layout(), dictionary: null, groups: new Map() };
      this.#slots.set(key, slot);
    }
    return slot;
  }

  /** Everything held, as one batch; the buffer is empty afterwards and keeps its layouts. */
  take(): Pick<Batch, 'part' | 'sequence' | 'slots' | 'documents' | 'text'> {
    const slots: (SlotLayout & { term: string; type: string; kind: string })[] = [];
    const documents: BatchDocument[] = [];
    const texts = new TextBlock(this.size);
    for (const slot of this.#slots.values()) {
      for (const group of slot.groups.values()) {
        const start = texts.length;
        texts.push(documentText(group.student, group.rows));
        slot.dictionary ??= texts.copy(start, DICTIONARY_BYTES);
        documents.push({ slot: slots.length, student: group.student, records: group.records, end: texts.length });
      }
      if (slot.groups.size === 0 || slot.dictionary === null) continue;
      slots.push({ term: slot.term, type: slot.type, kind: slot.kind, fields: [...slot.layout.fields], dictionary: slot.dictionary });
      slot.groups.clear();
    }
    const batch = { part: this.#part, sequence: this.#sequence, slots, documents, text: texts.take() };
    this.#last = null;
    this.#part += 1;
    this.#sequence += documents.length;
    this.records = 0;
    this.size = 0;
    return batch;
  }
}
