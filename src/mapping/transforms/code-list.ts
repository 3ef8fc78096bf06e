import { transform } from '../transform.ts';

/** Written for a list without any code, as the central database writes it. */
const NONE = '0';

/** Numbers by size, anything else after them by its characters. */
function byCode(a: string, b: string): number {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left && right && Number(a) !== Number(b)) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : 1;
}

export const codeList = transform({
  name: 'codeList',
  doc: {
    'zh-TW': '以逗號分開的代碼：去掉空項與重複並排序；只有逗號視為 0。',
    en: 'Codes separated by commas: without blanks and repetitions, in order; nothing but commas means 0.',
  },
  repetitive: true,
  parse(text) {
    const codes = new Set(text.split(/[,，、]/).map((part) => part.trim()).filter((part) => part !== ''));
    return codes.size === 0 ? NONE : [...codes].sort(byCode).join(',');
  },
  print: (value) => String(value),
});
