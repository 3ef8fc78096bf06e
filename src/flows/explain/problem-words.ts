/** A problem in words that show nothing of the cell it is about. */
import { PROBLEMS } from '../../core/problems/index.ts';
import type { Params } from '../../core/problem.ts';
import { textIn } from '../../core/text.ts';
import type { ExplainedProblem } from './model.ts';

/** @param where file, sheet, row and column, for messages that name them */
export function problemWords(code: string, params: Params, where: Params): ExplainedProblem {
  const definition = PROBLEMS[code];
  const filled = { ...where, ...params, value: '…' };
  const say = (text: { readonly 'zh-TW': string; readonly en: string } | undefined) => ({
    'zh-TW': text ? textIn('zh-TW', text, filled) : code, en: text ? textIn('en', text, filled) : code,
  });
  return { code, message: say(definition?.message), fix: definition ? say(definition.fix) : { 'zh-TW': '', en: '' } };
}
