import { transform } from '../transform.ts';

/** The items of a JSON list of plain values; null for any other text. */
function listed(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const items = JSON.parse(text) as unknown;
    return Array.isArray(items) && items.every((item) => item === null || typeof item !== 'object') ? items.map((item) => String(item ?? '')) : null;
  } catch {
    return null;
  }
}

export const lines = transform({
  name: 'lines',
  doc: {
    'zh-TW': 'JSON 的文字清單，一項一行；不是清單的文字照原文。',
    en: 'A JSON list of texts, one a line; any other text as it is.',
  },
  parse(text) {
    const joined = listed(text)?.join('\n') ?? '';
    return joined.trim() === '' ? text : joined;
  },
  print: (value) => JSON.stringify(String(value).split('\n')),
});
