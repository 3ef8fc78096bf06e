/** Coined characters (造字): a Big5 system keeps what Big5 lacks in private cells of its own. */
import type { Draft } from './school.ts';

const CELLS = new Map([...'堃瑠喆珉煊峯凃'].map((character, index) => [character, String.fromCodePoint(0xe000 + index)]));

function coined(text: string): string {
  return [...text].map((character) => CELLS.get(character) ?? character).join('');
}

/** Names as the school's system holds them: rare characters in user-defined cells. */
export function withCoinedCharacters(record: Draft): Draft {
  const changed: Record<string, unknown> = {};
  for (const field of ['name', 'studentName']) if (typeof record[field] === 'string') changed[field] = coined(record[field]);
  return { ...record, ...changed };
}
