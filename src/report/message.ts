/** A finding's own sentence, from the rule's template. */
import type { Finding } from '../core/finding.ts';
import type { Bilingual } from '../core/problem.ts';
import { fill, type Lang } from '../core/text.ts';
import type { RuleText } from './model.ts';
import { reportTexts } from './texts/report.ts';
import { same, say } from './words.ts';

/**
 * The finding in words. Templates may name the finding's params, its `{value}` and its place
 * (`{file}`, `{sheet}`, `{row}`, `{column}`); a rule without words yields its id.
 * @param shorten applied to every text put into the template, so that a page can bound it
 */
export function messageOf(finding: Finding, texts: Readonly<Record<string, RuleText>>, shorten: Shorten = (text) => text): Bilingual {
  const words = texts[finding.rule];
  return words === undefined ? same(finding.rule) : say(words.message, paramsOf(finding, shorten));
}

/** What to do about this finding; advice may name the finding's params too. Empty for a rule without words. */
export function fixOf(finding: Finding, texts: Readonly<Record<string, RuleText>>, shorten: Shorten = (text) => text): Bilingual {
  const words = texts[finding.rule];
  return words === undefined ? same('') : say(words.fix, paramsOf(finding, shorten));
}

/** Both in one language: a hundred thousand findings are not filled in twice. */
export function wordsIn(lang: Lang, finding: Finding, texts: Readonly<Record<string, RuleText>>): { readonly message: string; readonly fix: string } {
  const words = texts[finding.rule];
  if (words === undefined) return { message: finding.rule, fix: '' };
  const params = Object.fromEntries(Object.entries(paramsOf(finding, (text) => text)).map(([name, value]) => [name, typeof value === 'string' ? value : value[lang]]));
  return { message: fill(words.message[lang], params), fix: fill(words.fix[lang], params) };
}

type Shorten = (text: string) => string;

function paramsOf(finding: Finding, shorten: Shorten): Record<string, string | Bilingual> {
  const params: Record<string, string | Bilingual> = {
    file: shorten(finding.file ?? ''),
    sheet: shorten(finding.sheet ?? ''),
    row: String(finding.row ?? ''),
    column: shorten(finding.column ?? ''),
    value: finding.value === null || finding.value === '' ? reportTexts.blank : shorten(finding.value),
  };
  for (const [name, value] of Object.entries(finding.params)) params[name] = shorten(String(value));
  return params;
}
