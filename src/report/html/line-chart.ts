/**
 * Counts over time as lines to scale. The picture is named by a heading and described by a text of the page, which can
 * be switched between languages; the numbers stand in a table beside it.
 */
import { grouped } from '../words.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

export interface Series {
  /** Colour class; the second is dashed, so that colour alone tells nothing. */
  readonly tone: string;
  readonly values: readonly number[];
}

export interface LineChart {
  /** Ids of what names and describes the picture. */
  readonly name: string;
  readonly description: string;
  /** One a point, the same in every language. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

const [WIDTH, HEIGHT] = [720, 170];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 16, 14, 26];
/** Labels below the points that a reader can tell apart. */
const LABELS = 7;

/** Most steps up the side. */
const STEPS = 4;

/** Whole numbers from 0 to no less than `highest`, in steps of 1, 2, 5, 10, 20, 50 … */
function ticksUpTo(highest: number): number[] {
  for (let unit = 1; ; unit *= 10) {
    const step = [1, 2, 5].map((factor) => factor * unit).find((size) => size * STEPS >= highest);
    if (step !== undefined) return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
  }
}

/** Needs two points at least. */
export function lineChart({ name, description, labels, series }: LineChart): Markup {
  const ticks = ticksUpTo(Math.max(1, ...series.flatMap(({ values }) => values)));
  const highest = ticks.at(-1)!;
  const x = (at: number): string => (LEFT + (at / (labels.length - 1)) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number): string => (HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
  const grid = ticks.map((tick) => markup`<path class="grid" d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}"/><text class="tick" x="${LEFT - 8}" y="${y(tick)}" dy=".35em" text-anchor="end">${grouped(tick)}</text>`);
  const every = Math.ceil((labels.length - 1) / (LABELS - 1)) || 1;
  const days = labels.flatMap((label, at) => {
    // From the end, because the latest is what one looks for.
    if ((labels.length - 1 - at) % every !== 0) return [];
    const anchor = at === labels.length - 1 ? 'end' : at === 0 ? 'start' : 'middle';
    return [markup`<text class="tick${anchor === 'middle' && ' between'}" x="${x(at)}" y="${HEIGHT - 8}" text-anchor="${anchor}">${label}</text>`];
  });
  const lines = series.map(({ tone, values }) => markup`<g class="${tone}"><polyline points="${values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}"/>${values.map((value, at) => markup`<circle cx="${x(at)}" cy="${y(value)}" r="3"/>`)}</g>`);
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${name}" aria-describedby="${description}">${grid}${days}${lines}</svg>`;
}
