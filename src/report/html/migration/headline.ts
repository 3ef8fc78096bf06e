/** The top of a loss report: whose data, from where to where, and whether all of it arrived. */
import { termLabel } from '../../labels.ts';
import { type MigrationReport, RECORD_REASONS } from '../../migration-model.ts';
import { pageTexts } from '../../texts/page.ts';
import { migrationTexts as t } from '../../texts/migration.ts';
import { count, grouped, list, same, say } from '../../words.ts';
import { both } from '../bilingual.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Terms named; a school has some twenty at most. */
const NAMED = 8;

const sum = (report: MigrationReport, of: 'read' | 'written' | 'notHeld' | 'notRead'): number => report.types.reduce((total, line) => total + line[of], 0);

function figure(label: Markup, value: number, tone: string): Markup {
  return markup`<div class="${value > 0 ? tone : ''}"><dt>${label}</dt><dd>${grouped(value)}</dd></div>`;
}

export function migrationHeadline(report: MigrationReport): Markup {
  const { terms } = report;
  const named = terms.slice(0, NAMED).map(termLabel);
  const all = terms.length > NAMED ? [...named, say(t.more, { number: terms.length })] : named;
  const values = report.loss.filter(({ reason }) => !RECORD_REASONS.includes(reason)).reduce((total, line) => total + line.count, 0);
  const [read, written, notHeld, notRead] = [sum(report, 'read'), sum(report, 'written'), sum(report, 'notHeld'), sum(report, 'notRead')];
  const clean = notHeld + notRead + values + report.refused.length === 0;
  const [tone, sentence] = written === 0 ? (['shut', t.nothing] as const) : clean ? (['open', t.clean] as const) : (['held', t.lossy] as const);
  const coined = report.coined > 0 && markup`<p>${both(say(t.coined, { rows: count(report.coined, 'row') }))}</p>`;
  return markup`
<p class="kicker">${both(t.title)}</p>
<h1>${both(say(t.heading, { from: report.from.name, to: report.to.name }))}</h1>
<p class="sub">${both(say(pageTexts.school, { code: same(visible(report.school, 20)) }))} <span class="dot">·</span> <b>${both(all.length === 0 ? t.noTerms : list(all))}</b>${report.to.editions.length > 0 && markup` <span class="dot">·</span> ${both(say(t.editions, { editions: list(report.to.editions.map(same)) }))}`}</p>
<div class="gate ${tone}"><div><p class="verdict">${both(sentence)}</p><p>${both(t.advice)}</p>${coined}</div></div>
<dl class="figures">${figure(both(t.read), read, '')}${figure(both(t.written), written, 'info')}${figure(both(t.notHeld), notHeld, 'error')}${figure(both(t.notRead), notRead, 'error')}${figure(both(t.values), values, 'warning')}</dl>`;
}
