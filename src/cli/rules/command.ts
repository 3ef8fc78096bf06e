import { EXIT, Fault } from '../../core/fault.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { loadRules } from '../../rules/catalogue.ts';
import { command } from '../command.ts';
import { words } from '../words.ts';
import { showCoverage } from './coverage.ts';
import { sayGaps } from './gaps.ts';

export default command({
  name: 'rules',
  summary: { 'zh-TW': '列出規則，或看一條的說明', en: 'list the rules, or explain one' },
  usage: ['rules', 'rules RULE', 'rules --coverage', 'rules --gaps'],
  takes: 1,
  options: {
    coverage: { type: 'boolean', help: { 'zh-TW': '每一項依據由哪條規則涵蓋；沒有的，為什麼', en: 'which rule covers each requirement, or why none does' } },
    gaps: { type: 'boolean', help: { 'zh-TW': '中央資料庫退回過、而尚無對應規則的代碼與說明（各校合計）', en: 'codes and texts the central database refused rows with that no rule of ours is known to say, over all schools' } },
  },
  examples: [
    { line: 'rules', says: { 'zh-TW': '所有規則與嚴重度', en: 'all rules and their severities' } },
    { line: 'rules course/category-gate', says: { 'zh-TW': '這條規則為什麼、怎麼改', en: 'why the rule is there and what to do' } },
    { line: 'rules --coverage', says: { 'zh-TW': '依據與涵蓋', en: 'requirements and what covers them' } },
    { line: 'rules --gaps', says: { 'zh-TW': '規則還缺什麼', en: 'what the rules lack' } },
  ],
  async run(context) {
    if (context.options['coverage'] === true) return showCoverage(context);
    if (context.options['gaps'] === true) return sayGaps(context);
    const rules = await loadRules();
    const entries = [
      ...[...rules].map(([id, rule]) => ({ rule: id, severity: rule.severity, certainty: rule.certainty as string | null, title: rule.title, why: rule.why, fix: rule.fix, source: rule.source, params: rule.params ?? {}, scope: rule.scope as string })),
      ...Object.entries(PROBLEMS).map(([id, problem]) => ({ rule: id, severity: problem.severity, certainty: null, title: problem.title, why: problem.why, fix: problem.fix, source: [], params: {}, scope: 'intake' })),
    ];
    const [asked] = context.positionals;
    const shown = asked === undefined ? entries : entries.filter((entry) => entry.rule === asked);
    if (shown.length === 0) throw new Fault('record/not-found', { what: asked ?? '' });
    const say = words(context);
    const severity = { error: say('錯誤', 'error'), warning: say('提醒', 'warning'), info: say('說明', 'info') };
    for (const entry of shown) {
      context.say(`${entry.rule}  [${severity[entry.severity]}${entry.certainty ? `, ${entry.certainty}` : ''}]  ${entry.title[context.lang]}`);
      if (asked === undefined) continue;
      context.say(`  ${say('為什麼', 'Why')}: ${entry.why[context.lang]}`);
      context.say(`  ${say('怎麼改', 'What to do')}: ${entry.fix[context.lang]}`);
      if (entry.source.length > 0) context.say(`  ${say('依據', 'Source')}: ${entry.source.join(' ')}`);
      if (Object.keys(entry.params).length > 0) context.say(`  ${say('參數', 'Parameters')}: ${JSON.stringify(entry.params)}`);
    }
    context.result(shown.map((entry) => ({ ...entry, title: entry.title[context.lang], why: entry.why[context.lang], fix: entry.fix[context.lang] })));
    return EXIT.done;
  },
});
