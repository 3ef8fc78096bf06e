/** One line a school. */
import type { Bilingual } from '../../../core/problem.ts';
import { MOVERS } from '../../labels.ts';
import type { SchoolLine } from '../../model.ts';
import { SCHOOL_STATUSES } from '../../model.ts';
import { districtTexts as t } from '../../texts/district.ts';
import type { DistrictTotals } from '../../totals.ts';
import { grouped } from '../../words.ts';
import { both } from '../bilingual.ts';
import { relativeHref } from '../href.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { tools } from '../tools.ts';
import { visible } from '../visible.ts';
import { statusChip } from './status.ts';

/** A figure with its name, which only narrow screens show, as they have no heading row. */
function number(name: Bilingual, value: number | null, tone = ''): Markup {
  const figure = value === null ? markup`<span class="muted">–</span>` : value === 0 ? markup`<span class="muted">0</span>` : grouped(value);
  return markup`<td class="number${value !== null && value > 0 && tone}"><span class="tag" aria-hidden="true">${both(name)}</span>${figure}</td>`;
}

type Figures = Pick<SchoolLine, 'errors' | 'warnings' | 'imported' | 'rejected'>;

/** Errors, warnings, rows in, rows out; null for a run that failed and says nothing about them. */
function figures(line: Figures | null, tone: string): readonly Markup[] {
  return [
    number(t.errors, line?.errors ?? null, tone), number(t.warnings, line?.warnings ?? null),
    number(t.imported, line?.imported ?? null), number(t.rejected, line?.rejected ?? null, tone),
  ];
}

function schoolRow(line: SchoolLine): Markup {
  const name = markup`<bdi>${visible(line.name ?? line.school, 80)}</bdi>`;
  const href = line.report === null ? null : relativeHref(line.report);
  const note = line.note !== null && line.note !== undefined && markup`<p class="fine">${both(line.note)}</p>`;
  return markup`<tr data-kind="${line.status}"><td>${statusChip(line.status)}</td><th scope="row">${href === null ? name : markup`<a href="${href}">${name}</a>`} <span class="fine">${visible(line.school, 20)}</span>${note}</th><td class="who">${line.whoseMove === 'none' ? markup`<span class="muted">–</span>` : both(MOVERS[line.whoseMove])}</td>${figures(line.status === 'fault' ? null : line, ' attention')}<td class="packages">${line.packages.map((made) => markup`<div class="fine">${visible(made, 80)}</div>`)}</td></tr>`;
}

export function schoolsPart(schools: readonly SchoolLine[], totals: DistrictTotals): Markup | null {
  if (schools.length === 0) return null;
  const kinds = SCHOOL_STATUSES.filter((status) => totals.statuses[status] > 0).map((value) => ({ value, label: statusChip(value) }));
  return markup`<section aria-labelledby="schools-title">
<h2 id="schools-title">${both(t.schools)}</h2>
<p class="intro">${both(t.schoolsIntro)}</p>
${tools({ target: 'schools', kinds, search: t.search, folds: false })}
<div class="wide"><table class="schools" id="schools" aria-labelledby="schools-title">
<thead><tr><th scope="col">${both(t.status)}</th><th scope="col">${both(t.school)}</th><th scope="col">${both(t.move)}</th><th scope="col" class="number">${both(t.errors)}</th><th scope="col" class="number">${both(t.warnings)}</th><th scope="col" class="number">${both(t.imported)}</th><th scope="col" class="number">${both(t.rejected)}</th><th scope="col" class="packages">${both(t.packages)}</th></tr></thead>
<tbody>${schools.map(schoolRow)}</tbody>
<tfoot><tr><td></td><th scope="row">${both(t.total)}</th><td></td>${figures(totals, '')}<td class="packages">${grouped(totals.packages)}</td></tr></tfoot>
</table></div>
</section>`;
}
