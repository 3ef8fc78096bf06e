/** `licheng rules --coverage`: every requirement with what covers it, or why nothing does. */
import { loadRegistry } from '../../adapters/registry.ts';
import { EXIT } from '../../core/fault.ts';
import { requirementReasons, requirements } from '../../core/requirements.ts';
import { allClaims } from '../../flows/coverage/claims.ts';
import { coverage } from '../../flows/coverage/coverage.ts';
import { loadRules } from '../../rules/catalogue.ts';
import type { Context } from '../command.ts';
import { adapterFolders } from '../services.ts';
import { count, words } from '../words.ts';

const KINDS = {
  check: { 'zh-TW': '檢查', en: 'check' }, calendar: { 'zh-TW': '期限', en: 'calendar' }, format: { 'zh-TW': '格式', en: 'format' },
  policy: { 'zh-TW': '原則', en: 'policy' }, context: { 'zh-TW': '背景', en: 'context' },
} as const;

/** Needs no home; a home's own adapters count where it has any. */
export async function showCoverage(context: Context): Promise<number> {
  const { lang } = context;
  const say = words(context);
  const claims = allClaims(await loadRules(), await loadRegistry(adapterFolders(context.home)));
  const lines = coverage(requirements(), claims, requirementReasons());
  for (const { requirement, coveredBy, reason } of lines) {
    context.say(`${requirement.id}  [${KINDS[requirement.kind][lang]}, ${requirement.certainty}]  ${requirement[lang]}`);
    if (coveredBy) context.say(`  ✓ ${coveredBy.join(' ')}`);
    if (reason) context.say(`  ${coveredBy ? '·' : '–'} ${reason[lang]}`);
  }
  const covered = lines.filter(({ coveredBy }) => coveredBy !== null).length;
  context.say(say(`\n${count(lines.length)} 項依據，${count(covered)} 項有涵蓋，其餘各有理由。`, `\n${count(lines.length)} requirements, ${count(covered)} covered, the others with a reason.`));
  context.result(lines.map(({ requirement: { id, kind, certainty, asOf, ...title }, coveredBy, reason }) => (
    { requirement: id, kind, certainty, asOf, title: title[lang], coveredBy, reason: reason?.[lang] ?? null })));
  return EXIT.done;
}
