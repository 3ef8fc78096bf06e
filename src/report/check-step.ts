/**
 * The order of checks (rules.md): what comes first decides what the later ones see. A file that cannot be read has no
 * keys, a row without its key has no course, a course without its code no credits to compare.
 */

/** Areas, and rules within one, by the step they belong to; the longest that fits decides. */
const STEPS: readonly (readonly string[])[] = [
  ['file/', 'zip/', 'xlsx/', 'csv/', 'xml/', 'json/', 'text/utf-', 'text/unexpected-', 'text/encoding-', 'text/undefined-', 'intake/', 'mapping/', 'migrate/', 'coined/', 'sealed/', 'moved-file/'],
  ['calendar/'],
  ['student/', 'roster/', 'portfolio/'],
  ['course/code-', 'codes/', 'plan/'],
  ['course/', 'cadre/', 'text/'],
  ['item/', 'work/', 'performance/', 'attachment/', 'submit/', 'selection/', 'certification/', 'consultation/', 'statement/'],
  ['enrolment/', 'moved/'],
  ['reply/', 'receipt/', 'reconcile/', 'confirmation/'],
  ['policy/'],
];

/** 0 for the first; what no step names comes last. */
export function checkStep(rule: string): number {
  const found = STEPS.flatMap((names, step) => names.filter((name) => rule.startsWith(name)).map((name) => ({ step, length: name.length })));
  return found.sort((a, b) => b.length - a.length)[0]?.step ?? STEPS.length;
}

/** For sorting: by step, then by id. */
export function byCheckStep(a: string, b: string): number {
  return checkStep(a) - checkStep(b) || (a < b ? -1 : a > b ? 1 : 0);
}
