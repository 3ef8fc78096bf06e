import { existsSync, statSync } from 'node:fs';
import { adaptersNamed } from '../../adapters/prefer.ts';
import { loadRegistry } from '../../adapters/registry.ts';
import { codeList, codeListNames } from '../../core/codes.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { fill } from '../../core/text.ts';
import { termOfDate } from '../../core/term.ts';
import { replyAssumptions, rosterTypeAssumptions } from '../../flows/assumptions.ts';
import { type CalendarOverview, calendarOverview } from '../../flows/calendar/overview.ts';
import { comparisonDuties, comparisonDuty, comparisonTerm } from '../../flows/codes/duty.ts';
import { inboxHasFiles } from '../../flows/night/inbox.ts';
import { readPolicy } from '../../flows/policy.ts';
import { statusAssumptions, statusPolicy } from '../../flows/portfolio/status/policy.ts';
import { receiptAssumptions } from '../../flows/receive/assumptions.ts';
import { receiptKinds } from '../../flows/receive/kinds.ts';
import { ruleAssumptions } from '../../flows/rule-assumptions.ts';
import { schoolSettings } from '../../flows/school-settings.ts';
import type { Services } from '../../flows/services.ts';
import { comparisonSentence } from '../../report/duties.ts';
import { loadRules } from '../../rules/catalogue.ts';
import { command, type Context } from '../command.ts';
import { showFault } from '../fault-text.ts';
import { adapterFolders, masterKeyPath, openServices } from '../services.ts';
import { count, words } from '../words.ts';
import { missingDatesLines, sayMissingDates } from './calendar.ts';

interface Line {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Runs one check; a fault becomes a line instead of an end. */
async function line(context: Context, what: string, work: () => string | Promise<string>): Promise<Line> {
  try {
    return { what, ok: true, detail: await work() };
  } catch (error) {
    return { what, ok: false, detail: showFault(error, context.lang, false).text.replace('\n', ' ') };
  }
}

/** A key that others can read is no key. */
function keyLine(context: Context): string {
  const path = masterKeyPath(context.env);
  if (!existsSync(path)) throw new Fault('key/missing', { path });
  const mode = statSync(path).mode & 0o077;
  if (mode !== 0) throw new Fault('key/invalid', { path });
  return path;
}

/** @param overviews gets the calendar of every school whose calendar can be read */
async function schoolLines(context: Context, services: Services, overviews: CalendarOverview[]): Promise<Line[]> {
  const say = words(context);
  const policy = readPolicy(services);
  const lines: Line[] = [];
  for (const school of services.home.schools()) {
    lines.push(await line(context, school, async () => {
      const settings = schoolSettings(services.home, school);
      const systems = adaptersNamed(services.registry, settings.systems).map(({ manifest }) => manifest.name[context.lang]);
      const store = await services.home.school(school, { create: true });
      try {
        const verdict = await services.home.audit(school).verify();
        if (!verdict.ok) throw new Fault('store/damaged', { what: `${school} audit`, detail: `line ${verdict.broken}` });
        const calendar = calendarOverview(services, school, policy, (fault) => { throw fault; }, await comparisonDuties(services, store));
        overviews.push(calendar);
        const term = comparisonTerm(services, store);
        const comparison = term === null ? null : await comparisonDuty(services, store, term);
        const quarantined = store.quarantineCount();
        return [
          settings.name ?? say('不在學校名單內', 'not in the list of schools'),
          say(`學期 ${store.terms().join(' ') || '–'}`, `terms ${store.terms().join(' ') || '–'}`),
          ...(systems.length > 0 ? [say(`系統 ${systems.join('、')}`, `systems ${systems.join(', ')}`)] : []),
          ...calendar.violations.filter(({ severity }) => severity !== 'info').map(({ title, term: of }) => `${title[context.lang]} (${of})`),
          ...(comparison && comparison.state !== 'overdue' ? [comparisonSentence(comparison)[context.lang]] : []),
          ...(inboxHasFiles(services, school) ? [say('收件匣有檔案', 'files in the inbox')] : []),
          ...(quarantined > 0 ? [say(`隔離 ${count(quarantined)} 筆`, `${count(quarantined)} in quarantine`)] : []),
        ].join(' · ');
      } finally {
        await store.close();
      }
    }));
  }
  return lines;
}

export default command({
  name: 'doctor',
  summary: { 'zh-TW': '檢查安裝、金鑰、設定與各校狀態，列出推定事項', en: 'check the installation, keys, settings and schools; list what is assumed' },
  usage: ['doctor'],
  options: {},
  examples: [{ line: 'doctor --home /srv/licheng', says: { 'zh-TW': '上線前與出問題時先看這裡', en: 'look here first, before going live and in trouble' } }],
  async run(context) {
    const say = words(context);
    const lines: Line[] = [
      await line(context, 'Node.js', () => process.version),
      await line(context, say('主金鑰', 'master key'), () => keyLine(context)),
      await line(context, say('代碼表', 'code lists'), () => count(codeListNames().map(codeList).length)),
      await line(context, say('轉接器', 'adapters'), async () => (await loadRegistry(adapterFolders(context.home))).adapters.map((adapter) => adapter.id).join(' ')),
      await line(context, say('政策', 'policy'), async () => {
        const policy = readPolicy({ home: { path: context.home }, rules: await loadRules() });
        return Object.keys(policy).join(' ') || say('預設', 'default');
      }),
    ];
    const overviews: CalendarOverview[] = [];
    let assumptions: readonly { readonly id: string; readonly asOf: string; readonly text: string }[] = [];
    try {
      await using services = await openServices(context);
      lines.push({ what: say('工作資料夾', 'working folder'), ok: true, detail: services.home.path });
      lines.push(...await schoolLines(context, services, overviews));
      assumptions = [
        ...services.registry.adapters.flatMap(({ id, manifest }) => manifest.assumptions.map((one) => ({ id: `${id}/${one.id}`, asOf: one.asOf, text: one.text[context.lang] }))),
        ...[...rosterTypeAssumptions(services, termOfDate(services.today)), ...replyAssumptions(services), ...receiptAssumptions(receiptKinds(services.home.path)), ...statusAssumptions(statusPolicy(services.home.path)), ...ruleAssumptions(services.rules, readPolicy(services))].map((one) => ({ id: one.id, asOf: one.asOf, text: fill(one.text[context.lang], {}) })),
      ];
    } catch (error) {
      lines.push({ what: say('工作資料夾', 'working folder'), ok: false, detail: showFault(error, context.lang, false).text.replace('\n', ' ') });
    }
    for (const one of lines) context.say(`${one.ok ? '✓' : '✗'} ${one.what}: ${one.detail}`);
    if (assumptions.length > 0) context.say(`\n${say('推定事項(可由設定更改)', 'Assumed (configuration can change it)')}:`);
    for (const one of assumptions) context.say(`  · ${one.id} (${one.asOf}): ${one.text}`);
    const missing = missingDatesLines(overviews, context);
    sayMissingDates(context, missing, context.home);
    const ok = lines.every((one) => one.ok);
    context.result({ ok, lines, assumptions, missing });
    return ok ? EXIT.done : EXIT.fault;
  },
});
