/** A package that is ready to be written, of either format. */
import type { LossLine } from '../../../report/migration-model.ts';

export interface Given {
  /** What the package is known by: its base name, or the id of a sealed one. */
  readonly id: string;
  /** File name; no id of a student in it. */
  readonly file: string;
  readonly sequence: number | null;
  readonly items: number;
  readonly attachments: number;
  /** What the format cannot hold. */
  readonly loss: readonly LossLine[];
  /** To be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}
