/** A package as it is read, of either format: what importing, verifying and showing one start from. */
import type { ByteSource } from '../../../core/bytes.ts';
import type { MovedStudent } from '../../../core/portfolio.ts';
import type { Problem } from '../../../core/problem.ts';
import type { StudentKey } from '../../../core/record.ts';
import type { InputInfo } from '../../../store/port.ts';
import type { Content } from '../../attachments/content.ts';
import type { PackageFormat } from '../ledger/entry.ts';

/** What is done with the content of a file: kept, or only looked at. */
export type KeepFile = (content: ByteSource) => Promise<Content>;

/** One student of a package; the others are read whatever becomes of this one. */
export interface ReadStudent {
  /** Position in the package, from 1. */
  readonly position: number;
  /** School that handed over; null where nothing says, and then the student is refused. */
  readonly from: string | null;
  /** Null where the package does not say whose it is. */
  readonly key: StudentKey | null;
  /** Null for a student who is refused: all of a student or nothing. */
  readonly moved: MovedStudent | null;
  /** Why, or what is to be said of one who is not. */
  readonly problems: readonly Problem[];
  readonly input: InputInfo | null;
  /** A 課程諮詢.json that came along. */
  readonly consultation: string | null;
}

export interface ReadPackage {
  readonly format: PackageFormat;
  /** What the package is known by: its name or id, never anything personal. */
  readonly key: string;
  /** School that handed over, by the package itself; null where only its students say. */
  readonly from: string | null;
  /** Local time it was written, as it says itself. */
  readonly at: string | null;
  readonly sequence: number | null;
  /** What is wrong with it as a whole, or worth saying. */
  readonly problems: readonly Problem[];
  /** Students in order; read one at a time. */
  students(): AsyncIterable<ReadStudent>;
  close(): Promise<void>;
}
