/** What both kinds of package tell people. */
import { EXIT } from '../../core/fault.ts';
import { gateExit } from '../../flows/check/check.ts';
import { originWords } from '../../flows/submit/origin-words.ts';
import type { YearOutcome } from '../../flows/year/pack.ts';
import type { Batch } from '../../flows/year/rosters.ts';
import type { SubmissionInfo, SubmissionPart } from '../../store/port.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';

type Status = YearOutcome['status'];

/** The exit code of what became of it. */
export function packExit(status: Status): number {
  if (status === 'unchanged' || status === 'empty') return EXIT.nothingToDo;
  return status === 'packed' ? EXIT.done : gateExit(status);
}

/** The files of a yearly package as `--json` has them. */
export function partValues(parts: readonly SubmissionPart[]): readonly SubmissionPart[] {
  return parts.map(({ package: path, sha256, students, attachments, bytes }) => ({ package: path, sha256, students, attachments, bytes }));
}

/** One line: what became of it. */
export function sayState(context: Context, what: string, status: Status): void {
  const say = words(context);
  const state = {
    packed: say('已打包', 'packed'), unchanged: say('內容未變，沿用原檔', 'unchanged, the package stands'),
    shut: say('有錯誤，沒有打包', 'errors found, nothing packed'), held: say('等待核可，沒有打包', 'held for approval, nothing packed'),
    empty: say('沒有已認證且已勾選的項目，沒有打包', 'nothing is certified and picked, nothing packed'),
  }[status];
  context.say(say(`${what}：${state}`, `${what}: ${state}`));
}

/** One line a workbook. */
export function rosterLines(context: Context, rosters: SubmissionInfo['rosters']): void {
  for (const { rosterType, file, sheets, origin } of rosters) {
    context.say(`  [${rosterType}] ${file}: ${Object.entries(sheets).map(([sheet, rows]) => `${sheet} ${count(rows)}`).join('、')}`);
    if (origin) context.say(`       ${originWords(origin)[context.lang]}`);
  }
}

/** Two lines a file of a yearly package. */
export function partLines(context: Context, parts: readonly SubmissionPart[]): void {
  const say = words(context);
  for (const { package: path, sha256, students, attachments, bytes } of parts) {
    context.say(`  ${path}\n  SHA-256 ${sha256} · ${say('學生', 'students')} ${count(students)} · ${say('檔案', 'files')} ${count(attachments)} · ${count(bytes)} B`);
  }
}

/** What became of a yearly submission: a line, then its files and workbooks. */
export function sayYear(context: Context, school: string, year: number, batch: Batch, { status, parts, rosters }: Pick<YearOutcome, 'status' | 'parts' | 'rosters'>): void {
  const say = words(context);
  const name = batch === null ? '' : say(`高三第 ${batch} 梯次`, `grade 3, batch ${batch}`);
  sayState(context, `${school} ${say(`${year} 學年度`, `school year ${year}`)} ${name}`.trim(), status);
  partLines(context, parts);
  rosterLines(context, rosters);
}
