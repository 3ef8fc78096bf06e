/** One line a school. */
import type { Bilingual } from '../../../core/problem.ts';
import { MOVERS } from '../../labels.ts';
import type { DistrictColumn } from '../../district-column.ts';
import type { DistrictReport, SchoolLine } from '../../model.ts';
import { SCHOOL_STATUSES } from '../../model.ts';
import { districtTexts as t } from '../../texts/district.ts';
import type { DistrictTotals } from '../../totals.ts';
import { count, grouped } from '../../words.ts';
import { both } from '../bilingual.ts';
import { relativeHref } from '../href.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { tools } from '../tools.ts';
import { visible } from '../visible.ts';
import { columnCell, trendCell } from './cells.ts';
import { statusChip } from './status.ts';

/** A figure with its name, which only narrow screens show, as they have no heading row. */
function number(name: Bilingual, value: number | null, tone = ''): Markup {
  const figure = value === null ? markup`<span class="muted">–</span>` : value === 0 ? markup`<span class="muted">0</span>` : grouped(value);
  return markup`<td class="number${value !== null && value > 0 && tone}"${value !== null && markup` data-order="${value}"`}><span class="tag" aria-hidden="true">${both(name)}</span>${figure}</td>`;
}

type Figures = Pick<SchoolLine, 'errors' | 'warnings' | 'imported' | 'rejected'>;

/** Errors, warnings, rows in, rows out; null for a run that failed and says nothing about them. */
function figures(line: Figures | null, tone: string): readonly Markup[] {
  return [
    number(t.errors, line?.errors ?? null, tone), number(t.warnings, line?.warnings ?? null),
    number(t.imported, line?.imported ?? null), number(t.rejected, line?.rejected ?? null, tone),
  ];
}

/** Folded, because names of packages are long and matter only to whoever fetches one. */
function packages({ packages: made }: SchoolLine): Markup {
  if (made.length === 0) return markup`<td class="packages"></td>`;
  return markup`<td class="packages"><details><summary>${both(count(made.length, 'file'))}</summary>${made.map((path) => markup`<div class="fine">${visible(fileName(path), 80)}</div>`)}</details></td>`;
}

function schoolRow(line: SchoolLine, columns: readonly DistrictColumn[]): Markup {
  const name = markup`<bdi>${visible(line.name ?? line.school, 80)}</bdi>`;
  const href = line.report === null ? null : relativeHref(line.report);
  const note = line.note !== null && line.note !== undefined && markup`<p class="fine">${both(line.note)}</p>`;
  return markup`<tr data-kind="${line.status}"><td data-order="${SCHOOL_STATUSES.indexOf(line.status)}">${statusChip(line.status)}</td><th scope="row">${href === null ? name : markup`<a href="${href}">${name}</a>`} <span class="fine">${visible(line.school, 20)}</span>${note}</th><td class="who">${line.whoseMove === 'none' ? markup`<span class="muted">–</span>` : both(MOVERS[line.whoseMove])}</td>${figures(line.status === 'fault' ? null : line, ' attention')}${trendCell(line.trend ?? [])}${columns.map((column) => columnCell(column, line.cells?.[column.id]))}${packages(line)}</tr>`;
}

/** Where a package lies is for the operator's tools; a reader knows it by its name. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

export function schoolsPart(report: DistrictReport, schools: readonly SchoolLine[], totals: DistrictTotals): Markup | null {
  if (schools.length === 0) return null;
  // A part of the program that no school uses has nothing to say.
  const columns = (report.columns ?? []).filter(({ id }) => schools.some(({ cells }) => cells?.[id] !== undefined));
  const head = (name: Bilingual, kind: string, classes = ''): Markup => markup`<th scope="col" data-sort="${kind}"${classes !== '' && markup` class="${classes}"`}>${both(name)}</th>`;
  const numbers = [t.errors, t.warnings, t.imported, t.rejected].map((name) => head(name, 'most', 'number'));
  const kinds = SCHOOL_STATUSES.filter((status) => totals.statuses[status] > 0).map((value) => ({ value, label: statusChip(value) }));
  return markup`<section aria-labelledby="schools-title">
<h2 id="schools-title">${both(t.schools)}</h2>
<p class="intro">${both(t.schoolsIntro)}</p>
${tools({ target: 'schools', kinds, search: t.search, folds: false })}
<div class="wide"><table class="schools" id="schools" aria-labelledby="schools-title">
<thead><tr>${head(t.status, 'least')}${head(t.school, 'least')}${head(t.move, 'least')}${numbers}${head(t.trend, 'most')}${columns.map(({ title }) => head(title, 'least'))}<th scope="col" class="packages">${both(t.packages)}</th></tr></thead>
<tbody>${schools.map((line) => schoolRow(line, columns))}</tbody>
<tfoot><tr><td></td><th scope="row">${both(t.total)}</th><td></td>${figures(totals, '')}<td></td>${columns.map(() => markup`<td></td>`)}<td class="packages"><span class="tag" aria-hidden="true">${both(t.packages)}</span>${grouped(totals.packages)}</td></tr></tfoot>
</table></div>
</section>`;
}
