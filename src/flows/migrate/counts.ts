/** Rows by record type. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(type: string, more = 1): void {
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + more);
  }

  of(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  get types(): readonly string[] {
    return [...this.#counts.keys()];
  }
}
