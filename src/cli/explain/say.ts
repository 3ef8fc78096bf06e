/** An explanation in lines for people. */
import type { CellKind } from '../../core/table.ts';
import type { Explained, Fate } from '../../flows/explain/model.ts';
import type { Context } from '../command.ts';
import { words } from '../words.ts';
import type { ShownField } from './shown.ts';

type Say = ReturnType<typeof words>;

function kindWords(kind: CellKind | null, say: Say): string {
  switch (kind) {
    case 'n': return say('（數字格）', ' (a number)');
    case 'd': return say('（日期格）', ' (a date)');
    case 'b': return say('（真假格）', ' (a true or false)');
    default: return '';
  }
}

function fateWords(fate: Fate, say: Say): string {
  switch (fate) {
    case 'imported': return say('已匯入', 'imported');
    case 'rejected': return say('未匯入，在隔離區', 'not imported, in quarantine');
    case 'replaced': return say('已由較新的檔案取代', 'replaced by a newer file');
  }
}

/** Where the field is from, on one line. */
function source({ field, label, origin, column, raw, kind, value, why }: ShownField, say: Say): string {
  const name = label === null ? field : `${label} ${field}`;
  switch (origin) {
    case 'cell': return `${name} ← ${column}: "${raw}"${kindWords(kind, say)}`;
    case 'kept': return say(`${field} ← ${column}: "${raw}"，沒有對照，原樣保留`, `${field} ← ${column}: "${raw}", kept as it is, as nothing says what it is`);
    case 'dropped': return say(`${column}: "${raw}"，已知而不收：${why}`, `${column}: "${raw}", known and not kept: ${why}`);
    case 'constant': return say(`${name} = "${value}"，由分頁決定`, `${name} = "${value}", which the sheet decides`);
    case 'file': return say(`${name} = "${value}"，由檔案決定`, `${name} = "${value}", which the file decides`);
  }
}

/** @param told code of a problem whose words stand above already */
function details(field: ShownField, told: string | null, say: Say): string[] {
  const lines = field.steps.map(({ what, text }) => (text === null ? `✗ ${what}` : `${what.replace(/[。.]$/, '')}: "${text}"`));
  for (const { cell, meaning, verifiedBy, date } of field.coined) {
    lines.push(meaning === null
      ? say(`[造字 ${cell}：未登錄對照]`, `[coined ${cell}: not in the school's table]`)
      : say(`[造字 ${cell} → ${meaning}（${verifiedBy} ${date} 確認）]`, `[coined ${cell} → ${meaning} (verified by ${verifiedBy}, ${date})]`));
  }
  if (field.meaning !== null) lines.push(say(`代碼表 ${field.codes}：${field.meaning}`, `code list ${field.codes}: ${field.meaning}`));
  if (field.problem !== null && field.problem !== told) lines.push(`${field.steps.some(({ text }) => text === null) ? '✗' : '!'} ${field.message} [${field.problem}]`, `→ ${field.fix}`);
  return lines;
}

/** The place, what became of it and why, then each field with its steps. */
export function sayExplained(context: Context, { file, sheet, row, system, edition, encoding, fate, rejection }: Explained, fields: readonly ShownField[]): void {
  const say = words(context);
  const place = [file, sheet, row === null ? null : say(`第 ${row} 列`, `row ${row}`), [system, edition].filter((part) => part !== null).join(' ') || null, encoding];
  context.say(place.filter((part) => part !== null).join(' · '));
  context.say(fateWords(fate, say));
  if (rejection) context.say(`  ✗ ${rejection.message[context.lang]} [${rejection.code}]\n  → ${rejection.fix[context.lang]}`);
  for (const field of fields) {
    context.say(`  ${source(field, say)}`);
    for (const line of details(field, rejection?.code ?? null, say)) context.say(`      ${line}`);
  }
}
