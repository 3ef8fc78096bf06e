/**
 * Collects staged records until there is enough for a batch: the caller's half of staging. They become bytes at once,
 * those of one student that follow one another as one document: a batch kept as strings made the collector copy them
 * again and again (2 s per million rows). Documents of a student who comes again later are joined by the thread that
 * writes.
 */
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import { keyText } from '../core/student-key.ts';
import { JsonBlock } from './json-block.ts';
import { documentHead, type DocumentPlace, RowWriter } from './rows.ts';
import type { BatchSlot, PreparedBatch } from './stage-batch.ts';

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

/** A batch is due at whichever comes first: records held, or bytes of text held. */
const DUE = { records: 60_000, size: 12 * 1024 * 1024 };

/** Columns that slots of a type have from the start. */
export interface Seed {
  readonly type: string;
  readonly fields: readonly string[];
}

const slotKey = ({ term, type, kind }: Pick<BatchSlot, 'term' | 'type' | 'kind'>): string => `${term}\0${type}\0${kind}`;

export class StageBuffer {
  /** Records held. */
  records = 0;
  readonly #place: Pick<DocumentPlace, 'school' | 'input'>;
  readonly #slots = new Map<string, Slot>();
  #open: Open | null = null;
  /** Columns of slots that others have begun. */
  readonly #begun = new Map<string, readonly string[]>();
  readonly #seed: Seed | null;
  readonly #block = new JsonBlock();
  #documents: { student: string; slot: number; records: number; head: number; end: number }[] = [];

  constructor(place: Pick<DocumentPlace, 'school' | 'input'>, begun: readonly BatchSlot[] = [], seed: Seed | null = null) {
    this.#place = place;
    this.#seed = seed;
    this.adopt(begun);
  }

  /** True when what is held should be taken. */
  get due(): boolean {
    return this.records >= DUE.records || this.#block.length >= DUE.size;
  }

  /** The slots met so far, here or by others. */
  get slots(): BatchSlot[] {
    const own = [...this.#slots.values()].map(({ term, type, kind, writer }) => ({ term, type, kind, fields: [...writer.layout.fields] }));
    const others = [...this.#begun].filter(([key]) => !this.#slots.has(key)).map(([key, fields]) => {
      const [term, type, kind] = key.split('\0') as [string, string, string];
      return { term, type, kind, fields };
    });
    return [...own, ...others];
  }

  /** Takes over the columns of slots as somebody else has them, who began with ours. */
  adopt(slots: readonly BatchSlot[]): void {
    for (const slot of slots) {
      const key = slotKey(slot);
      const layout = this.#slots.get(key)?.writer.layout;
      layout?.know(slot.fields);
      if (layout && layout.fields.join() !== slot.fields.join()) throw new Error(`the columns of ${slot.type} are not those of ours with more after them`);
      this.#begun.set(key, slot.fields);
    }
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
    const key = slotKey({ term, type, kind });
    let slot = this.#slots.get(key);
    if (!slot) {
      const fields = [...this.#begun.get(key) ?? [], ...(this.#seed?.type === type ? this.#seed.fields : [])];
      slot = { number: this.#slots.size, term, type, kind, writer: new RowWriter(this.#block, fields) };
      this.#slots.set(key, slot);
    }
    return slot;
  }

  #close(): void {
    const open = this.#open;
    if (!open) return;
    this.#block.sign(CLOSE);
    this.#documents.push({ student: open.student ? keyText(open.student) : '', slot: open.slot.number, records: open.records, head: open.head, end: this.#block.length });
    this.#open = null;
  }

  /** Everything held, as one batch; the buffer is empty afterwards and keeps its layouts. */
  take(): PreparedBatch {
    this.#close();
    const documents = this.#documents;
    const text = this.#block.take();
    this.#documents = [];
    this.records = 0;
    return {
      slots: [...this.#slots.values()].map(({ term, type, kind, writer }) => ({ term, type, kind, fields: [...writer.layout.fields] })),
      documents: {
        students: documents.map(({ student }) => student), slots: Uint32Array.from(documents, ({ slot }) => slot), records: Uint32Array.from(documents, ({ records }) => records),
        heads: Uint32Array.from(documents, ({ head }) => head), ends: Uint32Array.from(documents, ({ end }) => end), text,
      },
    };
  }
}
