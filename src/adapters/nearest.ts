/** The known id that somebody most likely meant. */
import { editDistance } from '../mapping/header.ts';

/** Ids are no longer than this; what is may be anything. */
const LONGEST = 64;

/** Of equally near ones the first; `-` where none is known. */
export function nearest(asked: string, known: readonly string[]): string {
  const text = asked.slice(0, LONGEST).toLowerCase();
  const distance = (id: string): number => editDistance(text, id);
  return [...known].sort((a, b) => distance(a) - distance(b))[0] ?? '-';
}
