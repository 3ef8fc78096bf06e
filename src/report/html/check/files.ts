/** Files taken in: for every sheet, rows read = imported + rejected. */
import { FILE_STATUSES } from '../../labels.ts';
import type { CheckReport, FileLine } from '../../model.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { grouped, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Lines listed at most; the rest is only counted. */
const MOST_LINES = 400;

type SheetLine = FileLine['sheets'][number];

function cells({ rowsRead, imported, rejected }: Omit<SheetLine, 'sheet'>): Markup {
  return markup`<td class="number">${grouped(rowsRead)}</td><td class="number">${grouped(imported)}</td><td class="number${rejected > 0 && ' attention'}">${grouped(rejected)}</td>`;
}

function sheetRow(line: SheetLine): Markup {
  const unequal = line.imported + line.rejected !== line.rowsRead && markup`<p class="systemic">${both(t.unequal)}</p>`;
  return markup`<tr><th scope="row">${visible(line.sheet, 60)}${unequal}</th>${cells(line)}</tr>`;
}

function fileRows(file: FileLine, sheets: readonly SheetLine[]): Markup {
  const system = file.system === null ? both(t.unknownSystem) : markup`${visible(file.system, 40)} ${file.edition !== null && visible(file.edition, 40)}`;
  return markup`<tbody><tr class="file"><th scope="rowgroup" colspan="4"><bdi>${visible(file.file, 120)}</bdi> <span class="fine">${system} <span class="dot">·</span> <span class="${file.status}">${both(FILE_STATUSES[file.status])}</span>${file.sheets.length === 0 && markup` <span class="dot">·</span> ${both(t.noSheets)}`}</span></th></tr>
${sheets.map(sheetRow)}</tbody>`;
}

export function filesPart({ files }: CheckReport): Markup {
  const all = files.flatMap((file) => file.sheets);
  const sum = (of: 'rowsRead' | 'imported' | 'rejected'): number => all.reduce((total, line) => total + line[of], 0);
  let room = MOST_LINES;
  const bodies = files.map((file) => {
    if (room <= 0) return null;
    const sheets = file.sheets.slice(0, room);
    room -= Math.max(1, sheets.length);
    return { sheets: sheets.length, rows: fileRows(file, sheets) };
  }).filter((body) => body !== null);
  const rest = all.length - bodies.reduce((listed, body) => listed + body.sheets, 0);
  return markup`<section aria-labelledby="files">
<h2 id="files">${both(t.files)}</h2>
<p class="intro">${both(files.length > 0 ? t.filesIntro : t.noFiles)}</p>
${files.length > 0 && markup`<table class="files" aria-labelledby="files">
<thead><tr><th scope="col">${both(t.sheet)}</th><th scope="col" class="number">${both(t.read)}</th><th scope="col" class="number">${both(t.imported)}</th><th scope="col" class="number">${both(t.rejected)}</th></tr></thead>
${bodies.map((body) => body.rows)}
<tfoot><tr><th scope="row">${both(t.total)}</th>${cells({ rowsRead: sum('rowsRead'), imported: sum('imported'), rejected: sum('rejected') })}</tr></tfoot>
</table>`}
${rest > 0 && markup`<p class="fine">${both(say(t.moreSheets, { rest }))}</p>`}
</section>`;
}
