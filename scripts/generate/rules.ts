/** The rule catalogue, `src/rules/README.md`, written from the rules themselves. */
import { loadRules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Output } from '../generate.ts';

const CERTAINTY = `| certainty | meaning |
|---|---|
| A | official text |
| B | ministry template, real data of the central database, or shipping vendor code |
| C | one vendor or one school, or an inference |
| D | not verified |
| T | computed, reproducible |`;

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

function looksAt({ scope, types, needsPlan }: Rule): string {
  return scope === 'calendar' ? 'the calendar of the school, and no record' : `${list(types)}, one ${scope} at a time${needsPlan ? ', with the filed course plan' : ''}`;
}

function params(rule: Rule): string {
  const entries = Object.entries(rule.params ?? {});
  return entries.length === 0 ? '' : `- Parameters: ${entries.map(([name, value]) => `\`${name}\` = \`${JSON.stringify(value)}\``).join(', ')}\n`;
}

function section(id: string, rule: Rule): string {
  return `### ${id}

**${rule.title['zh-TW']}** · ${rule.title.en} · ${rule.severity} · certainty ${rule.certainty}

> ${rule.message['zh-TW']}
>
> ${rule.message.en}

- 為什麼：${rule.why['zh-TW']}
- 怎麼處理：${rule.fix['zh-TW']}
- Why: ${rule.why.en}
- What to do: ${rule.fix.en}
- Source: ${rule.source.join(', ')}
- Looks at: ${looksAt(rule)}
${params(rule)}`;
}

export async function outputs(): Promise<readonly Output[]> {
  const rules = [...await loadRules()];
  const areas = Map.groupBy(rules, ([id]) => id.slice(0, id.indexOf('/')));
  const text = `# Rules

Generated from the rule files by \`npm run generate\`; do not edit. One file, one rule: \`src/rules/<area>/<slug>.ts\`, and its
path is its id. To add one, write the file and its cases in \`fixtures/rules/<area>/<slug>/\`; there is no list to edit.

No official list of the central database's checks, codes or severities is public. Severities here are ours; what is
inferred (certainty C and D) has its assumptions as parameters, and a district's policy can change severities and
parameters or waive a rule for one school with a reason and an end. Which requirement is covered by what:
[schemas/requirements](../../schemas/requirements/README.md).

${CERTAINTY}

${rules.length} rules.

| rule | severity | certainty | 名稱 | title |
|---|---|---|---|---|
${rules.map(([id, rule]) => `| [${id}](#${id.replace('/', '')}) | ${rule.severity} | ${rule.certainty} | ${rule.title['zh-TW']} | ${rule.title.en} |`).join('\n')}

${[...areas].map(([area, own]) => `## ${area}\n\n${own.map(([id, rule]) => section(id, rule)).join('\n')}`).join('\n')}`;
  return [{ path: 'src/rules/README.md', text }];
}
