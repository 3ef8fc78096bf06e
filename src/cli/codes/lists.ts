/** The code lists that ship, and what one of them holds. */
import { codeList, codeListNames } from '../../core/codes.ts';
import { EXIT } from '../../core/fault.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';

/** All lists, one line each. */
export function showLists(context: Context): number {
  const lists = codeListNames().map((name) => codeList(name));
  const say = words(context);
  for (const { name, title, entries, certainty, asOf } of lists) {
    context.say(`${name}  ${title[context.lang]}  ${count(entries.length)} ${say('項', 'entries')}  (${certainty}, ${asOf})`);
  }
  context.result(lists.map(({ name, title, entries, certainty, asOf, complete }) => ({ name, title: title[context.lang], entries: entries.length, certainty, asOf, complete })));
  return EXIT.done;
}

/** One list with its entries. @throws {Fault} `codes/unknown-list` */
export function showList(context: Context, asked: string): number {
  const { name, title, certainty, asOf, source, complete, entries } = codeList(asked);
  const say = words(context);
  context.say(`${name}  ${title[context.lang]}  (${certainty}, ${asOf})`);
  context.say(`${say('來源', 'Source')}: ${source}${complete ? '' : ` · ${say('未齊全', 'not complete')}`}`);
  for (const entry of entries) {
    const years = entry.from === undefined && entry.to === undefined ? '' : `  ${entry.from ?? ''}–${entry.to ?? ''}`;
    context.say(`  ${entry.code}  ${entry[context.lang] ?? entry['zh-TW']}${years}`);
  }
  context.result({ name, title: title[context.lang], certainty, asOf, source, complete, entries });
  return EXIT.done;
}
