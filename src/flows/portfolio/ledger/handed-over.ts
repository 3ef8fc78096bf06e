/** The packages a school has handed over: to whom, which file, whose, and whether the receiver has acknowledged it. */
import type { SchoolStore, ShelfChange } from '../../../store/port.ts';
import type { Acknowledgement } from '../../../package/portfolio/sealed/acknowledgement.ts';
import type { PackageFormat } from './entry.ts';

/** Keys are six-digit numbers in the order of handing over. */
const SHELF = 'portfolio/handed-over';

export interface HandedOver {
  readonly number: number;
  readonly id: string;
  readonly format: PackageFormat;
  readonly to: string;
  readonly file: string;
  readonly sha256: string;
  /** Local time in Taiwan. */
  readonly at: string;
  readonly sequence: number | null;
  /** References of the students. */
  readonly students: readonly string[];
  /** SHA-256 of the list it was asked for with; null for one asked for on the command line. */
  readonly request: string | null;
  readonly acknowledged: Pick<Acknowledgement, 'receivedAt' | 'students'> | null;
}

/** Oldest first. */
export function handedOver(store: SchoolStore): readonly HandedOver[] {
  return [...store.shelf(SHELF).entries()].map(([, value]) => value as HandedOver);
}

/** The number the next sealed package for a school gets. */
export function nextSequence(store: SchoolStore, to: string): number {
  return Math.max(0, ...handedOver(store).map((one) => (one.to === to ? one.sequence ?? 0 : 0))) + 1;
}

/** The change that keeps one; a new one gets the next number. */
export function handedOverChange(store: SchoolStore, given: Omit<HandedOver, 'number'> & { readonly number?: number }): ShelfChange {
  const number = given.number ?? (handedOver(store).at(-1)?.number ?? 0) + 1;
  return { shelf: SHELF, key: String(number).padStart(6, '0'), value: { ...given, number } };
}
