/** `schemas/codes/README.md`: every code list with its date, source and certainty. */
import { codeList, codeListNames, type CodeEntry, type CodeList } from '../../src/core/codes.ts';
import type { Output } from '../generate.ts';
import { GENERATED } from './canonical.ts';
import { row } from './table.ts';

/** Lists longer than this are named with their size; the file itself is the reference. */
const SHOWN = 40;

export async function outputs(): Promise<readonly Output[]> {
  const lists = codeListNames().map(codeList);
  const text = [
    `<!-- ${GENERATED} -->`,
    '# Code lists (代碼表)',
    'Values are dated data, never constants in code. Certainty: A official text, B seen in templates, shipping code or real data, ' +
      'C inferred, D assumed. An open list is known to lack values, and no rule calls a value wrong because an open list does not have it. ' +
      'Years are ROC school years, inclusive.',
    [
      '| list | 中文 | English | entries | certainty | as of | values | source |',
      '|---|---|---|---|---|---|---|---|',
      ...lists.map((list) => row([
        `[${list.name}](${list.name}.json)`, list.title['zh-TW'], list.title.en, String(list.entries.length),
        list.certainty, list.asOf, list.complete ? 'all known' : 'open', list.source,
      ])),
    ].join('\n'),
    ...lists.filter(({ entries }) => entries.length <= SHOWN).map(listText),
  ].join('\n\n');
  return [{ path: 'schemas/codes/README.md', text: `${text}\n` }];
}

function listText(list: CodeList): string {
  return [
    `## ${list.name}`,
    '',
    '| code | 中文 | English | years | certainty | note |',
    '|---|---|---|---|---|---|',
    ...list.entries.map((entry) => row([
      `\`${entry.code}\``, entry['zh-TW'], entry.en ?? '', years(entry), entry.certainty ?? list.certainty, notes(entry),
    ])),
  ].join('\n');
}

function years({ from, to }: CodeEntry): string {
  return from === undefined && to === undefined ? '' : `${from ?? ''}–${to ?? ''}`;
}

function notes({ group, maps, note }: CodeEntry): string {
  return [group, maps && `→ ${maps.join(', ')}`, note].filter(Boolean).join(' · ');
}
