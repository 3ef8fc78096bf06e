/** `adapters infer FILE`: a mapping proposed for an export no adapter knows, for a person to confirm. */
import { basename, resolve } from 'node:path';
import { type Proposal, proposeMapping } from '../../adapters/infer/propose.ts';
import { writeProposals } from '../../adapters/infer/write.ts';
import { openAll } from '../../adapters/kit/open-all.ts';
import { loadRegistry, type Registry } from '../../adapters/registry.ts';
import { EXIT } from '../../core/fault.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { Problem } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { textIn } from '../../core/text.ts';
import { fileSource } from '../../formats/bytes.ts';
import type { Context } from '../command.ts';
import { textOption } from '../options.ts';
import { adapterFolders } from '../services.ts';
import { words } from '../words.ts';

interface Found {
  readonly file: string;
  readonly proposals: readonly Proposal[];
  readonly problem: Problem | null;
}

async function proposalsOf(path: string, registry: Registry): Promise<readonly Found[]> {
  await using source = await fileSource(path);
  const found: Found[] = [];
  for await (const opened of openAll(source, basename(path), registry)) {
    if (!('file' in opened)) {
      found.push({ file: opened.name, proposals: [], problem: opened.problem });
      continue;
    }
    const proposals: Proposal[] = [];
    for (const table of opened.file.tables) proposals.push(await proposeMapping(table, registry));
    found.push({ file: opened.name, proposals, problem: null });
  }
  return found;
}

function sayProposal(context: Context, proposal: Proposal, written: string | null): void {
  const say = words(context);
  context.say(`${proposal.sheet}: ${maskIdsIn(proposal.why[context.lang])}`);
  for (const { header, guess, alternatives, samples } of proposal.columns) {
    const what = guess ? `${guess.to} (${Math.round(guess.confidence * 100)} %, ${guess.way.transform})` : say('沒有建議', 'no proposal');
    context.say(`  ${maskIdsIn(header)} → ${what}  ${samples.join(' ')}`);
    for (const why of guess?.why ?? []) context.say(`      ${maskIdsIn(why[context.lang])}`);
    if (alternatives.length > 0) context.say(`      ${say('其他可能', 'or')}: ${alternatives.map(({ to, confidence }) => `${to} (${Math.round(confidence * 100)} %)`).join(', ')}`);
  }
  if (proposal.missing.length > 0) context.say(`  ${say('必要但沒有找到', 'needed and not found')}: ${proposal.missing.join(', ')}`);
  if (written !== null) context.say(`  ${say('建議寫在', 'proposal written to')} ${written}${say('；確認每一欄並刪除 "confirmed": false 之後才會生效。', '; it counts once each column is confirmed by removing its "confirmed": false.')}`);
}

/** A proposal for machines; headers as in the file but for ids, cells as shapes. */
function plain(context: Context, proposal: Proposal, written: string | null): object {
  const { sheet, definition, model, confidence, why, columns, missing } = proposal;
  return {
    sheet, record: definition?.record ?? null, kind: definition?.constants['kind'] ?? null, model, confidence, why: maskIdsIn(why[context.lang]), missing, written,
    columns: columns.map(({ header, guess, alternatives, samples }) => ({
      header: maskIdsIn(header), to: guess?.to ?? null, transform: guess?.way.transform ?? null, options: guess?.way.options ?? null, confidence: guess?.confidence ?? 0,
      why: (guess?.why ?? []).map((reason) => maskIdsIn(reason[context.lang])),
      alternatives: alternatives.map(({ to, confidence: sure }) => ({ to, confidence: sure })), samples,
    })),
  };
}

export async function inferMapping(context: Context, path: string): Promise<number> {
  const out = context.options['out'] === undefined ? null : resolve(textOption(context, 'adapters', 'out'));
  const found = await proposalsOf(path, await loadRegistry(adapterFolders(context.home)));
  const proposals = found.flatMap((one) => one.proposals);
  const written = out === null ? proposals.map(() => null) : writeProposals(out, proposals);
  const writtenOf = (proposal: Proposal): string | null => written[proposals.indexOf(proposal)] ?? null;
  for (const { file, proposals: own, problem } of found) {
    const text = problem && PROBLEMS[problem.code]?.message;
    context.say(problem ? `${file}: ${text ? textIn(context.lang, text, { file, ...problem.params }) : problem.code}` : file);
    for (const proposal of own) sayProposal(context, proposal, writtenOf(proposal));
  }
  context.result(found.map(({ file, proposals: own, problem }) => ({ file, problem: problem?.code ?? null, tables: own.map((proposal) => plain(context, proposal, writtenOf(proposal))) })));
  return proposals.some(({ definition }) => definition !== null) ? EXIT.done : EXIT.errorsFound;
}
