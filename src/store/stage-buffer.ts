/**
 * Collects staged records until there is enough for a batch: the caller's half of staging. They become bytes at once,
 * those of one student that follow one another as one document: a batch kept as strings made the collector copy them
 * again and again (2 s per million rows). Documents of a student who comes again later are joined by the thread that
 * writes.
 */
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import { JsonBlock } from './json-block.ts';
import { documentHead, type DocumentPlace, RowWriter } from './rows.ts';
import { studentText } from './school-keys.ts';
import type { Batch } from './stage-batch.ts';

interface Slot {
  readonly number: number;
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  readonly writer: RowWriter;
}

/** The document being written. */
interface Open {
  readonly slot: Slot;
  readonly student: StudentKey | null;
  /** Bytes before its first row. */
  readonly head: number;
  records: number;
}

const [COMMA, CLOSE] = [0x2c, 0x5d];

export class StageBuffer {
  /** Records held. */
  records = 0;
  readonly #place: Pick<DocumentPlace, 'school' | 'input'>;
  readonly #slots = new Map<string, Slot>();
  #open: Open | null = null;
  #part = 0;
  readonly #block = new JsonBlock();
  #documents: { student: string; slot: number; records: number; head: number; end: number }[] = [];

  constructor(place: Pick<DocumentPlace, 'school' | 'input'>) {
    this.#place = place;
  }

  /** Bytes of text held. */
  get size(): number {
    return this.#block.length;
  }

  add(record: CanonicalRecord): void {
    if (record.school !== this.#place.school) throw new Error('a record of another school was staged');
    if (record.source.input !== this.#place.input) throw new Error('a record of another input was staged');
    const open = this.#documentOf(record);
    if (open.records > 0) this.#block.sign(COMMA);
    open.slot.writer.write(record, open.student !== null);
    open.records += 1;
    this.records += 1;
  }

  #documentOf(record: CanonicalRecord): Open {
    const { idNumber, birthDate } = record;
    const slot = this.#slot(record.term, record.type, record.kind ?? '');
    const student = idNumber === undefined || birthDate === undefined ? null : { idNumber, birthDate };
    const open = this.#open;
    if (open?.slot === slot && open.student?.idNumber === student?.idNumber && open.student?.birthDate === student?.birthDate) return open;
    this.#close();
    slot.writer.begin();
    const start = this.#block.length;
    this.#block.text(documentHead(student));
    return (this.#open = { slot, student, head: this.#block.length - start, records: 0 });
  }

  #slot(term: string, type: string, kind: string): Slot {
    const last = this.#open?.slot;
    if (last && last.type === type && last.kind === kind && last.term === term) return last;
    const key = `${term}\0${type}\0${kind}`;
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { number: this.#slots.size, term, type, kind, writer: new RowWriter(this.#block) };
      this.#slots.set(key, slot);
    }
    return slot;
  }

  #close(): void {
    const open = this.#open;
    if (!open) return;
    this.#block.sign(CLOSE);
    this.#documents.push({ student: open.student ? studentText(open.student) : '', slot: open.slot.number, records: open.records, head: open.head, end: this.#block.length });
    this.#open = null;
  }

  /** Everything held, as one batch; the buffer is empty afterwards and keeps its layouts. */
  take(): Pick<Batch, 'part' | 'slots' | 'documents'> {
    this.#close();
    const documents = this.#documents;
    const text = this.#block.take();
    this.#documents = [];
    this.records = 0;
    return {
      part: this.#part++,
      slots: [...this.#slots.values()].map(({ term, type, kind, writer }) => ({ term, type, kind, fields: [...writer.layout.fields] })),
      documents: {
        students: documents.map(({ student }) => student), slots: Uint32Array.from(documents, ({ slot }) => slot), records: Uint32Array.from(documents, ({ records }) => records),
        heads: Uint32Array.from(documents, ({ head }) => head), ends: Uint32Array.from(documents, ({ end }) => end), text,
      },
    };
  }
}
