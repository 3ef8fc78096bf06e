/** Places in the decoded text that no record may be trusted with: NULs, and bytes without a character. */
import type { UndecodableText } from '../text/encoding.ts';

export class Marks {
  /** Window index of the next place, or Infinity: cheap to compare with the end of every record. */
  next = Infinity;

  private readonly errors: UndecodableText[];
  private window = '';
  private base = 0;
  private nul = Infinity;

  /** `errors` is the decoder's list; entries that lie before the reading position are taken out of it. */
  constructor(errors: UndecodableText[]) {
    this.errors = errors;
  }

  /** Takes a new window, which begins at text position `base`. */
  open(window: string, base: number): void {
    this.window = window;
    this.base = base;
    this.nul = -1;
    this.pass(0);
  }

  /** Forgets the places before window index `at`. */
  pass(at: number): void {
    let passed = 0;
    while (passed < this.errors.length && this.errors[passed]!.at < this.base + at) passed += 1;
    this.errors.splice(0, passed);
    if (this.nul < at) {
      const nul = this.window.indexOf('\0', at);
      this.nul = nul === -1 ? Infinity : nul;
    }
    this.next = Math.min(this.nul, (this.errors[0]?.at ?? Infinity) - this.base);
  }

  /** The undecodable bytes before window index `end`. */
  undecodable(end: number): UndecodableText[] {
    const after = this.errors.findIndex((error) => error.at >= this.base + end);
    return after === -1 ? this.errors.slice() : this.errors.slice(0, after);
  }
}
