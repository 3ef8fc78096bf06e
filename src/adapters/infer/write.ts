/** Proposals as files: a mapping the registry refuses until a person has confirmed it, and beside it why each column is what it is. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { FIELDS } from '../../core/fields.ts';
import type { RecordType } from '../../core/record.ts';
import { canonicalFile } from '../../core/schemas.ts';
import type { MappingDefinition } from '../../mapping/definition.ts';
import { ensureFolder } from '../ensure-folder.ts';
import type { Proposal, ProposedColumn } from './propose.ts';

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One column a line, as people write mappings. */
function jsonText(definition: MappingDefinition): string {
  const { columns, ...rest } = definition;
  const lines = Object.entries(rest).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const at = lines.findIndex((line) => line.startsWith('  "certainty"'));
  lines.splice(at, 0, `  "columns": [\n${columns.map((column) => `    ${JSON.stringify(column)}`).join(',\n')}\n  ]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const cell = (text: string): string => text.replace(/[|\r\n]+/g, ' ').slice(0, 200);

function titled(record: RecordType, to: string): string {
  const title = FIELDS[record][to];
  return title ? `${to} ${title.zh}` : to;
}

function row(record: RecordType, { header, guess, alternatives, samples }: ProposedColumn): string {
  const others = alternatives.map(({ to, confidence }) => `${titled(record, to)} (${Math.round(confidence * 100)}%)`).join('; ');
  const what = guess ? [titled(record, guess.to), guess.way.transform, `${Math.round(guess.confidence * 100)}%`, guess.why.map((why) => `${why['zh-TW']} / ${why.en}`).join('; ')] : ['–', '', '', ''];
  return `| ${[header, ...what, others, samples.join(' · ')].map(cell).join(' | ')} |`;
}

function reasons({ definition, why, columns, missing }: Proposal, name: string): string {
  const record = definition!.record;
  return [
    `# ${name}.json`, '',
    `${why['zh-TW']} ${why.en}`, '',
    '這是程式提出的建議，還沒有人確認。逐欄對照檔案，改好後刪除該欄的 `"confirmed": false`；不對的欄位整行刪除，內容仍會原樣保留。', '',
    'A program proposed this and nobody has confirmed it. Compare each column with the file, correct it and remove its',
    '`"confirmed": false`; remove the line of a column that is wrong, its cells are kept as they are.', '',
    '| 欄名 header | 欄位 field | transform | 信心 confidence | 理由 why | 其他可能 alternatives | 內容的樣子 shape |',
    '|---|---|---|---|---|---|---|',
    ...columns.map((column) => row(record, column)), '',
    ...(missing.length > 0 ? [`沒有找到、但必要的欄位（補上，或寫進 excuses） Needed and not found (map them, or excuse them): ${missing.map((to) => titled(record, to)).join(', ')}`, ''] : []),
  ].join('\n');
}

/**
 * Writes `<name>.json` and `<name>.md` for each proposal that has a mapping.
 *
 * @returns paths of the mappings in the order of the proposals; null where there is none
 * @throws Fault `file/exists`, before anything is written, when one of the files is there already
 */
export function writeProposals(folder: string, proposals: readonly Proposal[]): readonly (string | null)[] {
  const used = new Map<string, number>();
  const names = proposals.map(({ definition }) => {
    if (!definition) return null;
    const kind = definition.constants['kind'];
    const base = `${canonicalFile(definition.record)}${kind === undefined ? '' : `-${kebab(kind)}`}`;
    used.set(base, (used.get(base) ?? 0) + 1);
    return used.get(base) === 1 ? base : `${base}-${used.get(base)}`;
  });
  const paths = names.map((name) => (name === null ? null : join(folder, `${name}.json`)));
  const there = paths.flatMap((path) => (path === null ? [] : [path, path.replace(/json$/, 'md')])).find((path) => existsSync(path));
  if (there !== undefined) throw new Fault('file/exists', { file: there });
  if (paths.some((path) => path !== null)) ensureFolder(folder);
  for (const [at, path] of paths.entries()) {
    const proposal = proposals[at]!;
    if (path === null || !proposal.definition) continue;
    writeFileSync(path, jsonText(proposal.definition));
    writeFileSync(path.replace(/json$/, 'md'), reasons(proposal, names[at]!));
  }
  return paths;
}
