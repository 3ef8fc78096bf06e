/** Counts by type, the files written, and those that were not converted. */
import { recordLabel } from '../../labels.ts';
import type { MigrationReport, TypeLine } from '../../migration-model.ts';
import { migrationTexts as t } from '../../texts/migration.ts';
import { grouped } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Files listed; the JSON report has them all. */
const MOST_FILES = 400;

type Figures = Omit<TypeLine, 'type'>;

function cells({ read, written, notHeld, notRead }: Figures): Markup {
  const bad = (value: number): Markup => markup`<td class="number${value > 0 && ' attention'}">${grouped(value)}</td>`;
  return markup`<td class="number">${grouped(read)}</td><td class="number">${grouped(written)}</td>${bad(notHeld)}${bad(notRead)}`;
}

/** Rows of each type, with their sum; null when nothing was read. */
export function countsPart({ types }: MigrationReport): Markup | null {
  if (types.length === 0) return null;
  const sum = (of: keyof Figures): number => types.reduce((total, line) => total + line[of], 0);
  const row = (line: TypeLine): Markup => markup`<tr><th scope="row">${both(line.type === 'unmapped' ? t.unmapped : recordLabel(line.type))}</th>${cells(line)}</tr>`;
  return markup`<section aria-labelledby="counts">
<h2 id="counts">${both(t.counts)}</h2>
<p class="intro">${both(t.countsIntro)}</p>
<div class="wide"><table aria-labelledby="counts">
<thead><tr><th scope="col">${both(t.type)}</th><th scope="col" class="number">${both(t.read)}</th><th scope="col" class="number">${both(t.written)}</th><th scope="col" class="number">${both(t.notHeld)}</th><th scope="col" class="number">${both(t.notRead)}</th></tr></thead>
<tbody>${types.map(row)}</tbody>
<tfoot><tr><th scope="row">${both(t.total)}</th>${cells({ read: sum('read'), written: sum('written'), notHeld: sum('notHeld'), notRead: sum('notRead') })}</tr></tfoot>
</table></div>
</section>`;
}

/** Source files that were refused and remarks on those that were not, where there are any; then the files written. */
export function filesPart({ files, refused, remarks }: MigrationReport): Markup {
  const written = files.slice(0, MOST_FILES).map(({ file, rows, recognised }) =>
    markup`<tr><th scope="row"><bdi>${visible(file, 120)}</bdi>${!recognised && markup` <span class="fine">${both(t.unrecognised)}</span>`}</th><td class="number">${grouped(rows)}</td></tr>`);
  const kept = refused.slice(0, MOST_FILES).map(({ file, code, message }) =>
    markup`<tr><th scope="row"><bdi>${visible(file, 120)}</bdi></th><td>${both(message)} <code class="fine">${code}</code></td></tr>`);
  const refusedPart = refused.length > 0 && markup`<section aria-labelledby="refused">
<h2 id="refused">${both(t.refused)}</h2>
<p class="intro">${both(t.refusedIntro)}</p>
<div class="wide"><table aria-labelledby="refused"><thead><tr><th scope="col">${both(t.file)}</th><th scope="col">${both(t.reason)}</th></tr></thead><tbody>${kept}</tbody></table></div>
</section>`;
  const odd = remarks.map(({ code, title, count }) => markup`<tr><th scope="row">${both(title)} <code class="fine">${code}</code></th><td class="number">${grouped(count)}</td></tr>`);
  const remarksPart = odd.length > 0 && markup`<section aria-labelledby="remarks">
<h2 id="remarks">${both(t.remarks)}</h2>
<p class="intro">${both(t.remarksIntro)}</p>
<div class="wide"><table aria-labelledby="remarks"><thead><tr><th scope="col">${both(t.remark)}</th><th scope="col" class="number">${both(t.count)}</th></tr></thead><tbody>${odd}</tbody></table></div>
</section>`;
  return markup`${refusedPart}
${remarksPart}
<section aria-labelledby="files">
<h2 id="files">${both(t.files)}</h2>
<p class="intro">${both(files.length > 0 ? t.raw : t.filesNone)}</p>
${files.length > 0 && markup`<div class="wide"><table aria-labelledby="files"><thead><tr><th scope="col">${both(t.file)}</th><th scope="col" class="number">${both(t.rows)}</th></tr></thead><tbody>${written}</tbody></table></div>`}
</section>`;
}
