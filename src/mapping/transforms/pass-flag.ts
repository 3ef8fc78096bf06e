import { Reject, transform, type Options } from '../transform.ts';

interface Words {
  readonly true: readonly string[];
  readonly false: readonly string[];
  readonly none: readonly string[];
}

const ROSTER: Words = { true: ['1'], false: ['0'], none: ['-1'] };

const wordsOf = (options: Options): Words => (options['words'] as Words | undefined) ?? ROSTER;

export const passFlag = transform({
  name: 'passFlag',
  doc: {
    'zh-TW': '是否及格：1 是、0 否、-1 沒有；其他系統的用語由轉接器列出。',
    en: 'A pass flag: 1 yes, 0 no, -1 none; the words of other systems are listed by the adapter (RULE-405).',
  },
  source: ['RULE-405'],
  repetitive: true,
  parse(text, _kind, options) {
    const words = wordsOf(options);
    if (words.true.includes(text)) return true;
    if (words.false.includes(text)) return false;
    if (words.none.includes(text)) return null;
    return new Reject('mapping/not-a-flag', { expected: [...words.true, ...words.false, ...words.none].join('、') });
  },
  print(value, options) {
    const words = wordsOf(options);
    return (value === null ? words.none : value ? words.true : words.false)[0] ?? '';
  },
  checkOptions(options) {
    const words = options['words'];
    if (words === undefined) return undefined;
    const lists = [wordsOf(options).true, wordsOf(options).false, wordsOf(options).none];
    return lists.every((list) => Array.isArray(list) && list.length > 0) ? undefined : 'passFlag "words" needs lists "true", "false" and "none"';
  },
});
