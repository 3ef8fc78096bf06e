/** How packages, their students and their problems are shown: nothing personal in clear. */
import { maskId } from '../../core/mask.ts';
import type { Problem } from '../../core/problem.ts';
import { FIELDS } from '../../core/fields.ts';
import type { Lang } from '../../core/text.ts';
import type { Conflict } from '../../flows/portfolio/items/merge.ts';
import { problemWords } from '../../flows/portfolio/problem-words.ts';
import type { StudentOutcome } from '../../flows/portfolio/take/outcome.ts';
import { recordLabel } from '../../report/labels.ts';
import { lossReasons } from '../../report/texts/migration.ts';
import type { LossLine } from '../../report/migration-model.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';

/** A conflict for machines: which item, which fields, and what was decided. */
export function shownConflict(conflict: Conflict, lang: Lang): { id: string; type: string; kind: string | null; term: string; subject: string | null; fields: string[]; existing: string; incoming: string; keep: string | null } {
  const { record } = conflict.existing;
  const named = record['subjectName'] ?? record['courseName'];
  return {
    id: conflict.id, type: record.type, kind: record.kind ?? null, term: record.term, subject: typeof named === 'string' ? named : null,
    fields: conflict.fields.map((field) => fieldLabel(record.type, field, lang)), existing: conflict.existingIn, incoming: conflict.incomingIn, keep: conflict.keep,
  };
}

const OWN_FIELDS: Readonly<Record<string, { readonly 'zh-TW': string; readonly en: string }>> = {
  school: { 'zh-TW': '修課學校', en: 'school' }, year: { 'zh-TW': '學年度', en: 'school year' }, part: { 'zh-TW': '學期', en: 'term' },
  document: { 'zh-TW': '文件檔案', en: 'document' }, media: { 'zh-TW': '影音檔案', en: 'media' }, uploaded: { 'zh-TW': '上傳學年度及學期', en: 'term of upload' }, kind: { 'zh-TW': '種類', en: 'kind' },
};

function fieldLabel(type: Conflict['existing']['record']['type'], field: string, lang: Lang): string {
  const own = OWN_FIELDS[field];
  if (own) return own[lang];
  const known = FIELDS[type][field];
  return known ? (lang === 'en' ? known.en : known.zh) : field;
}

/** The masked id, or a dash where the package does not say whose it is. */
export function shownStudent({ key }: Pick<StudentOutcome, 'key'>): string {
  return key === null ? '–' : maskId(key.idNumber);
}

/** Says problems below what they are about. */
export function sayPackageProblems(context: Context, problems: readonly Problem[], indent = ''): void {
  for (const problem of problems) {
    const { problem: code, message, fix, severity } = problemWords(problem, context.lang);
    context.say(`${indent}${severity === 'error' ? '✗' : '·'} ${code}: ${message}`);
    if (severity !== 'info') context.say(`${indent}  → ${fix}`);
  }
}

/** Lines of loss said on the terminal. */
const SAID = 12;

/** Says what a format or a system cannot hold. */
export function sayLoss(context: Context, loss: readonly LossLine[]): void {
  const say = words(context);
  const { lang } = context;
  for (const line of loss.slice(0, SAID)) {
    const what = [recordLabel(line.type)[lang], line.kind === null ? null : recordLabel(line.kind)[lang], line.field].filter((part) => part !== null).join(' · ');
    context.say(`  ✗ ${what}: ${count(line.count)} · ${lossReasons[line.reason][lang]}`);
  }
  if (loss.length > SAID) context.say(say(`  … 另有 ${loss.length - SAID} 種`, `  … and ${loss.length - SAID} more`));
}
