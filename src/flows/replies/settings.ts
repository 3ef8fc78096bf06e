/** What is known of official replies: the shipped table, with what a home knows from real ones. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { resourceJson } from '../../core/resources.ts';
import { readConfig } from '../../formats/json/config.ts';
import type { Catalogue } from '../../rules/types.ts';

/** An official code or text, and the rule of ours that says the same. */
export interface KnownReply {
  readonly code?: string;
  readonly text?: string;
  readonly rule: string;
  /** ISO date of the reply it was seen in. */
  readonly seen: string;
}

/** What 錯誤行數 counts: rows as a spreadsheet counts them, the header being row 1, or the rows below the header. */
export type LineCounts = 'sheet-rows' | 'data-rows';

export interface ReplySettings {
  readonly lineCounts: LineCounts;
  /** ISO date since which the count is only assumed; null where the home says it. */
  readonly assumedSince: string | null;
  readonly rules: readonly KnownReply[];
}

interface Shipped {
  readonly lineCounts: { readonly what: LineCounts; readonly asOf: string };
  readonly rules: readonly KnownReply[];
}

interface Own {
  readonly lineCounts?: LineCounts;
  readonly rules?: readonly KnownReply[];
}

/** @throws {Fault} `config/invalid` for a rule that does not exist, or an entry for anything at all: a mapping that silently does nothing is worse than none */
export function replySettings(homePath: string, catalogue: Catalogue): ReplySettings {
  const shipped = resourceJson('schemas/rosters/official-replies.json') as Shipped;
  const file = join(homePath, 'official-replies.json');
  const own = existsSync(file) ? readConfig<Own>(file, 'official-replies') : {};
  const rules = [...own.rules ?? [], ...shipped.rules];
  const empty = rules.findIndex(({ code, text }) => code === undefined && text === undefined);
  if (empty >= 0) throw new Fault('config/invalid', { file, detail: `/rules/${empty} has neither code nor text` });
  const unknown = rules.find(({ rule }) => !catalogue.has(rule));
  if (unknown) throw new Fault('config/invalid', { file, detail: `rules: no rule "${unknown.rule}"` });
  return { lineCounts: own.lineCounts ?? shipped.lineCounts.what, assumedSince: own.lineCounts === undefined ? shipped.lineCounts.asOf : null, rules };
}

/** The rule of ours that says what an official code and text say; null where nobody has seen them and said so. */
export function ourRule({ rules }: ReplySettings, code: string, text: string): string | null {
  const agrees = (known: KnownReply): boolean => (known.code ?? code) === code && (known.text ?? text) === text;
  return rules.find(agrees)?.rule ?? null;
}
