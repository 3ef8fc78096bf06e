/** Cells of a school's line that other parts of the program fill, and how its errors went. */
import type { DistrictCell, DistrictColumn, TrendPoint } from '../../district-column.ts';
import { districtTexts as t } from '../../texts/district.ts';
import { grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { sparkline } from '../sparkline.ts';
import { visible } from '../visible.ts';

const NOTHING = markup`<span class="muted">–</span>`;

/** Words in both languages, each cut to what a table bears. */
function words({ 'zh-TW': zh, en }: DistrictCell['text']): Markup {
  return both({ 'zh-TW': visible(zh, 120), en: visible(en, 120) });
}

/** The cell of one column; the column's name is for narrow screens, which have no heading row. */
export function columnCell({ title }: DistrictColumn, cell: DistrictCell | undefined): Markup {
  if (!cell) return markup`<td class="more">${NOTHING}</td>`;
  return markup`<td class="more"${cell.order !== undefined && markup` data-order="${cell.order}"`}><span class="tag" aria-hidden="true">${both(title)}</span><span class="tone ${cell.tone ?? ''}">${words(cell.text)}</span>${cell.note && markup`<div class="fine">${words(cell.note)}</div>`}</td>`;
}

/** Errors run after run, oldest first: a line to see, the numbers to read. */
export function trendCell(trend: readonly TrendPoint[]): Markup {
  const errors = trend.map((point) => point.errors);
  const line = sparkline(errors, (errors.at(-1) ?? 0) > 0 ? 'error' : 'good');
  if (line === null) return markup`<td class="trend">${NOTHING}</td>`;
  const change = errors.at(-1)! - errors[0]!;
  const said = say(t.trendSaid, { numbers: same(errors.map(grouped).join(', ')) });
  return markup`<td class="trend" data-order="${change}"><span class="tag" aria-hidden="true">${both(t.trend)}</span>${line}<span class="unseen">${both(said)}</span></td>`;
}
