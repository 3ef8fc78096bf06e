import { Fault } from '../../core/fault.ts';
import { command, type Context } from '../command.ts';
import { inferMapping } from './infer.ts';
import { listAdapters } from './list.ts';
import { newAdapter } from './new.ts';
import { testFolder } from './test.ts';

interface Word {
  /** Options beside the common ones that it understands. */
  readonly options: readonly string[];
  /** What must follow it, as the usage names it; more only where `many`. */
  readonly argument: string;
  readonly many?: boolean;
  readonly run: (context: Context, argument: string, more: readonly string[]) => Promise<number>;
}

const WORDS: Readonly<Record<string, Word>> = {
  test: { options: ['input', 'out', 'accept'], argument: 'DIR', many: true, run: testFolder },
  new: { options: ['extends', 'out'], argument: 'ID', run: newAdapter },
  infer: { options: ['out'], argument: 'FILE', run: inferMapping },
};

function wrong(detail: string): Fault {
  return new Fault('usage/bad-option', { command: 'adapters', detail });
}

/** An option that means nothing to the word is a mistake, not something to pass over. */
function refuseStray(context: Context, known: readonly string[]): void {
  const stray = ['input', 'out', 'accept', 'extends'].find((name) => context.options[name] !== undefined && !known.includes(name));
  if (stray !== undefined) throw wrong(`--${stray}`);
}

export default command({
  name: 'adapters',
  summary: { 'zh-TW': '列出認得的系統；測試、新增轉接器，或為不認得的檔案提出對應', en: 'list the known systems; test, start or propose an adapter' },
  usage: ['adapters', 'adapters SYSTEM', 'adapters test DIR [--input FILE…] [--out verdict.html] [--accept]', 'adapters new ID [--extends SYSTEM] [--out DIR]', 'adapters infer FILE [--out DIR]'],
  takes: Infinity,
  options: {
    input: { type: 'string', multiple: true, value: 'FILE', help: { 'zh-TW': 'test：另外試讀的匯出檔', en: 'test: more files to try it on' } },
    out: { type: 'string', value: 'PATH', help: { 'zh-TW': 'test：報告檔；new、infer：放在哪個資料夾', en: 'test: the report; new, infer: the folder to write in' } },
    accept: { type: 'boolean', help: { 'zh-TW': 'test：替沒有 expected.json 的案例寫出讀到的內容', en: 'test: write what is read for cases without expected.json' } },
    extends: { type: 'string', value: 'SYSTEM', help: { 'zh-TW': 'new：沿用這個系統的對應', en: "new: take over this system's mappings" } },
  },
  examples: [
    { line: 'adapters', says: { 'zh-TW': '所有系統', en: 'all systems' } },
    { line: 'adapters national-roster', says: { 'zh-TW': '一個系統的分頁與欄位', en: "one system's sheets and columns" } },
    { line: 'adapters new our-system', says: { 'zh-TW': '建立轉接器資料夾', en: 'start an adapter folder' } },
    { line: 'adapters infer 學期成績.csv --out our-system/mapping', says: { 'zh-TW': '為匯出檔提出欄位對應，等人確認', en: 'propose a mapping for an export, for a person to confirm' } },
    { line: 'adapters test our-system --input 學期成績.csv --out verdict.html', says: { 'zh-TW': '用自己的匯出檔測試，產出一份報告', en: 'test it on an export of your own and get a report' } },
  ],
  async run(context) {
    const [first, argument, ...more] = context.positionals;
    const word = first !== undefined && Object.hasOwn(WORDS, first) ? WORDS[first] : undefined;
    refuseStray(context, word?.options ?? []);
    if (!word) {
      if (argument !== undefined) throw wrong(argument);
      return listAdapters(context, first);
    }
    if (argument === undefined) throw wrong(word.argument);
    if (more[0] !== undefined && !word.many) throw wrong(more[0]);
    return word.run(context, argument, more);
  },
});
