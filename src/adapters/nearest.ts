/** The known id or edition that somebody most likely meant. */
import { editDistance } from '../mapping/header.ts';
import type { Manifest } from './sdk.ts';

/** Ids are no longer than this; what is may be anything. */
const LONGEST = 64;

/** Of equally near ones the first; `-` where none is known. */
export function nearest(asked: string, known: readonly string[]): string {
  const text = asked.slice(0, LONGEST).toLowerCase();
  const distance = (id: string): number => editDistance(text, id);
  return [...known].sort((a, b) => distance(a) - distance(b))[0] ?? '-';
}

type Edition = Manifest['editions'][number];

/** School years between a year and those an edition is in use in. */
function yearsTo(year: number, { from, to }: Edition): number {
  return Math.max((from ?? year) - year, year - (to ?? year), 0);
}

/** The edition in use in the school year that is nearest to the one given; of equally near ones the later. */
export function nearestEdition(year: number, editions: readonly Edition[]): Edition | null {
  return [...editions].reverse().sort((a, b) => yearsTo(year, a) - yearsTo(year, b))[0] ?? null;
}

/** True where some edition is in use in the school year. */
export function hasEditionFor(year: number, editions: readonly Edition[]): boolean {
  return editions.some((edition) => yearsTo(year, edition) === 0);
}
