/** The words of rules and problem codes, for a report that needs no catalogue. */
import { PROBLEMS } from '../../core/problems/index.ts';
import type { RuleText } from '../../report/model.ts';
import { ruleWords } from '../../rules/catalogue.ts';
import type { Services } from '../services.ts';

/** By id; what this version does not know any more has no words. */
export function ruleTexts(services: Services, ids: Iterable<string>): Record<string, RuleText> {
  const words = ruleWords(services.rules);
  return Object.fromEntries([...new Set(ids)].flatMap((id) => {
    const problem = PROBLEMS[id];
    const text = words[id] ?? (problem && { title: problem.title, message: problem.message, why: problem.why, fix: problem.fix, source: [], certainty: null });
    return text ? [[id, text]] : [];
  }));
}
