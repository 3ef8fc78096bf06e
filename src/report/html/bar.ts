/** Bars drawn to scale beside a number that says the same in figures; screen readers skip them. */
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

export interface BarPart {
  /** Colour class of the part. */
  readonly tone: string;
  readonly value: number;
}

/** The parts end to end, `whole` being the full width. A part that is not nothing is never drawn as nothing. */
export function bar(parts: readonly BarPart[], whole: number): Markup {
  let at = 0;
  const pieces = parts.filter((part) => part.value > 0).map((part) => {
    const width = Math.min(Math.max((part.value / whole) * 100, 0.8), 100 - at);
    const piece = markup`<rect class="${part.tone}" x="${at.toFixed(2)}" width="${width.toFixed(2)}" height="1"/>`;
    at += width;
    return piece;
  });
  return markup`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}
