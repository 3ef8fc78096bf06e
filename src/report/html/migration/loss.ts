/** What the target cannot hold: whole records first, then fields; and what it fills by itself. */
import { FIELDS } from '../../../core/fields.ts';
import type { Bilingual } from '../../../core/problem.ts';
import type { RecordType } from '../../../core/record.ts';
import { recordLabel } from '../../labels.ts';
import { type LossLine, type MigrationReport, RECORD_REASONS } from '../../migration-model.ts';
import { lossReasons, migrationTexts as t } from '../../texts/migration.ts';
import { grouped, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Lines shown of one table; a hostile file may have a thousand columns of its own. */
const MOST_LINES = 400;

function fieldLabel(type: RecordType, field: string): Bilingual {
  if (field.startsWith('extra.')) return say(t.column, { column: same(visible(field.slice('extra.'.length), 60)) });
  const known = FIELDS[type][field];
  return known ? { 'zh-TW': known.zh, en: known.en } : same(visible(field, 60));
}

const typeCell = ({ type, kind }: Pick<LossLine, 'type' | 'kind'>): Markup =>
  markup`<th scope="row">${both(recordLabel(type))}${kind !== null && markup` <span class="fine">${both(recordLabel(kind))}</span>`}</th>`;

const fieldCell = (type: RecordType, field: string | null): Markup =>
  markup`<td>${field === null ? markup`<span class="muted">–</span>` : both(fieldLabel(type, field))}</td>`;

const exampleCell = (example: string | null): Markup =>
  markup`<td>${example === null ? markup`<span class="muted">–</span>` : markup`<span class="cell">${visible(example, 60)}</span>`}</td>`;

function table(id: string, heads: readonly Bilingual[], rows: readonly Markup[]): Markup {
  const head = heads.map((text) => markup`<th scope="col"${text === t.count && markup` class="number"`}>${both(text)}</th>`);
  return markup`<div class="wide"><table aria-labelledby="${id}"><thead><tr>${head}</tr></thead><tbody>${rows.slice(0, MOST_LINES)}</tbody></table></div>`;
}

function section(id: string, title: Bilingual, intro: Bilingual, body: Markup | null): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${both(title)}</h2>
<p class="intro">${both(intro)}</p>
${body}
</section>`;
}

const lossRow = (line: LossLine): Markup =>
  markup`<tr>${typeCell(line)}${fieldCell(line.type, line.field)}<td class="number attention">${grouped(line.count)}</td><td>${both(lossReasons[line.reason])}</td>${exampleCell(line.example)}</tr>`;

const LOSS_HEADS = [t.type, t.field, t.count, t.reason, t.example];

export function lossParts({ loss, defaulted, changed }: MigrationReport): Markup {
  const records = loss.filter(({ reason }) => RECORD_REASONS.includes(reason));
  const values = loss.filter(({ reason }) => !RECORD_REASONS.includes(reason));
  const filled = defaulted.map((line) => markup`<tr>${typeCell(line)}${fieldCell(line.type, line.field)}<td class="number">${grouped(line.count)}</td>${exampleCell(line.example)}</tr>`);
  const called = changed.map((line) => markup`<tr>${typeCell(line)}${fieldCell(line.type, line.field)}<td class="number">${grouped(line.count)}</td></tr>`);
  return markup`${section('records', t.records, records.length > 0 ? t.recordsIntro : t.recordsNone, records.length > 0 ? table('records', LOSS_HEADS, records.map(lossRow)) : null)}
${section('fields', t.fields, values.length > 0 ? t.fieldsIntro : t.fieldsNone, values.length > 0 ? table('fields', LOSS_HEADS, values.map(lossRow)) : null)}
${filled.length > 0 && section('defaulted', t.defaulted, t.defaultedIntro, table('defaulted', [t.type, t.field, t.count, t.given], filled))}
${called.length > 0 && section('changed', t.changed, t.changedIntro, table('changed', [t.type, t.field, t.count], called))}`;
}
