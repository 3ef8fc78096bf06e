/** Official replies as the command shows them, masked. */
import { maskId } from '../../core/mask.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import type { Lang } from '../../core/text.ts';
import { replyCode } from '../../flows/replies/findings.ts';
import type { ReplyFile, TermReplies } from '../../flows/replies/list.ts';
import type { ReplyStanding } from '../../flows/replies/states.ts';
import { saidText } from '../../flows/replies/words.ts';

function standingShape(standing: ReplyStanding, lang: Lang): Record<string, unknown> {
  const { at, reply, record, student, said, newer } = standing;
  const placed = typeof at === 'object' ? at : null;
  const code = replyCode(standing);
  return {
    state: code, title: PROBLEMS[code]?.title[lang] ?? code,
    roster: placed?.workbook.roster ?? reply['roster'] ?? null, sheet: placed?.sheet.title ?? null, row: placed?.row ?? null, line: reply['line'] ?? null,
    submission: placed?.workbook.submission.number ?? null, newer, quoted: placed?.quoted ?? false,
    said: said.map((one) => ({ code: one.code, text: saidText([{ ...one, code: '' }], standing), rule: one.rule })),
    student: student && maskId(student.idNumber),
    record: record && `${record.source.input}:${record.source.table}:${record.source.row}`,
  };
}

function fileShape({ file, input, status, standings }: ReplyFile, lang: Lang): Record<string, unknown> {
  const { fid = null, state = null, checked = null, extracted = null, hasErrors = null } = (status ?? {}) as Readonly<Record<string, unknown>>;
  return { file, input, fid, status: status && { state, checked, extracted, hasErrors }, errors: standings.map((standing) => standingShape(standing, lang)) };
}

/** The command's result for machines. */
export function repliesShape(school: string, terms: readonly TermReplies[], lang: Lang): Record<string, unknown> {
  return { school, terms: terms.map(({ term, files, gaps }) => ({ term, files: files.map((file) => fileShape(file, lang)), gaps })) };
}
