/** A cause in one headline. */
import type { Bilingual } from '../core/problem.ts';
import { VALUE_SHAPES } from '../core/value-shape.ts';
import type { Cause } from './cause.ts';
import { reportTexts as t } from './texts/report.ts';
import { same, say } from './words.ts';

/**
 * `「出生日期」1,500 列中有 1,498 列是西元日期`
 *
 * @param shorten applied to the column's name, so that a page can bound it
 */
export function causeHeadline({ column, shape, count, total }: Cause, shorten: (text: string) => string = (text) => text): Bilingual {
  const params = { column: same(shorten(column)), count, total };
  return shape === null ? say(t.causeMixed, params) : say(t.cause, { ...params, shape: VALUE_SHAPES[shape].words });
}
