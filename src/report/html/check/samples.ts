/** The rows a rule was broken in: file and sheet once as a heading, then row, column, content, student, explanation. */
import type { Finding } from '../../../core/finding.ts';
import type { RuleDigest } from '../../digest.ts';
import { messageOf } from '../../message.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { both } from '../bilingual.ts';
import { explainLine } from '../explain-line.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Characters shown of a cell, and of what a message quotes from one. */
const CELL = 80;
const QUOTE = 60;

function sampleRow(finding: Finding, { text, count }: RuleDigest, school: string): Markup {
  const message = messageOf(finding, { [count.rule]: text }, (value) => visible(value, QUOTE));
  const value = finding.value === null ? markup`<span class="muted">–</span>` : finding.value === '' ? markup`<span class="muted">${both(t.blank)}</span>` : markup`<bdi class="cell">${visible(finding.value, CELL)}</bdi>`;
  return markup`<tr><td class="number">${finding.row ?? '–'}</td><td>${visible(finding.column ?? '–', CELL)}</td><td>${value}</td><td class="key">${visible(finding.student ?? '–', CELL)}</td><td>${both(message)}</td><td class="trace">${explainLine(finding, school)}</td></tr>`;
}

function place({ file, sheet }: Finding): Markup {
  if (file === null && sheet === null) return both(t.wholeSchool);
  return markup`${file !== null && markup`<bdi>${visible(file, 120)}</bdi>`}${file !== null && sheet !== null && markup` <span class="dot">›</span> `}${sheet !== null && markup`<bdi class="sheet">${visible(sheet, CELL)}</bdi>`}`;
}

export function samplesTable(rule: RuleDigest, school: string): Markup {
  const groups = [...Map.groupBy(rule.samples, ({ file, sheet }) => JSON.stringify([file, sheet])).values()];
  const bodies = groups.map((group) => group[0] !== undefined && markup`<tbody><tr><th scope="rowgroup" colspan="6">${place(group[0])}</th></tr>
${group.map((finding) => sampleRow(finding, rule, school))}</tbody>`);
  return markup`<div class="wide"><table class="samples" aria-labelledby="${rule.anchor}">
<thead><tr><th scope="col" class="number">${both(t.row)}</th><th scope="col">${both(t.column)}</th><th scope="col">${both(t.value)}</th><th scope="col">${both(t.student)}</th><th scope="col">${both(t.message)}</th><th scope="col" class="trace">${both(t.explain)}</th></tr></thead>
${bodies}</table></div>`;
}
