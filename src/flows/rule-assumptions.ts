/** Numbers and codes that rules of certainty C and D go by: assumed, dated, and a policy's to change. */
import { requirements, requirementsIn } from '../core/requirements.ts';
import type { CheckReport } from '../report/model.ts';
import { paramsOf } from '../rules/policy.ts';
import type { Catalogue } from '../rules/types.ts';
import type { Policy } from './policy.ts';

type Assumption = CheckReport['assumptions'][number];

/** Date of what is known of a rule's requirements: the newest. */
function asOfAll(source: readonly string[]): string {
  const ids = new Set(source.flatMap(requirementsIn));
  return requirements().filter(({ id }) => ids.has(id)).map(({ asOf }) => asOf).sort().at(-1) ?? '';
}

/**
 * One line a rule with parameters, as they are in force.
 * @param concerned whether a rule is of interest; a report lists those that found something
 */
export function ruleAssumptions(rules: Catalogue, policy: Policy, concerned: (id: string) => boolean = () => true): Assumption[] {
  return [...rules].flatMap(([id, rule]) => {
    if (!'CD'.includes(rule.certainty) || rule.params === undefined || policy.severities?.[id] === 'off' || !concerned(id)) return [];
    const values = Object.entries(paramsOf(id, rule, policy)).map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ');
    return [{
      id: `rule/${id}`, asOf: asOfAll(rule.source),
      text: {
        'zh-TW': `「${rule.title['zh-TW']}」以 ${values} 判斷，尚未見到公告；可在 policy.json 的 params 更改。`,
        en: `"${rule.title.en}" goes by ${values}, which no published text confirms; params in policy.json can change it.`,
      },
    }];
  });
}
