/** Official codes and texts that no rule of ours is known to say: what the rules lack, or what nobody has mapped yet. */
import type { ReplyStanding } from './states.ts';
import { saidText } from './words.ts';

export interface ReplyGap {
  readonly code: string;
  /** Masked, as it stands in one of the replies. */
  readonly text: string;
  readonly count: number;
}

/** By how often they were met. */
export function gapsOf(standings: readonly ReplyStanding[]): readonly ReplyGap[] {
  const gaps = new Map<string, { code: string; text: string; count: number }>();
  for (const standing of standings) {
    for (const said of standing.said.filter(({ rule }) => rule === null)) {
      const text = said.text === '' ? '' : saidText([{ ...said, code: '' }], standing);
      // A code stands for all of its texts, which may quote what they are about.
      const key = said.code === '' ? `text ${text}` : `code ${said.code}`;
      const gap = gaps.get(key);
      if (gap) gap.count += 1;
      else gaps.set(key, { code: said.code, text, count: 1 });
    }
  }
  return [...gaps.values()].sort((a, b) => b.count - a.count || (a.code + a.text < b.code + b.text ? -1 : 1));
}
