/** A row of numbers as a small line beside the last of them; the numbers themselves are there for whoever sees no picture. */
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

const [WIDTH, HEIGHT, MARGIN] = [84, 22, 3];

/** Zero is at the bottom, the highest number at the top; needs two numbers at least to be a line. */
export function sparkline(values: readonly number[], tone: string): Markup | null {
  if (values.length < 2) return null;
  const highest = Math.max(1, ...values);
  const x = (at: number): string => (MARGIN + (at / (values.length - 1)) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const y = (value: number): string => (HEIGHT - MARGIN - (value / highest) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const line = values.map((value, at) => `${x(at)},${y(value)}`).join(' ');
  const [lastX, lastY] = [x(values.length - 1), y(values.at(-1)!)];
  return markup`<svg class="spark ${tone}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="ground" d="M${MARGIN} ${HEIGHT - MARGIN}H${WIDTH - MARGIN}"/><polyline points="${line}"/><circle cx="${lastX}" cy="${lastY}" r="2.6"/></svg>`;
}
