import { Reject, transform, type Options } from '../transform.ts';

const mapOf = (options: Options): Readonly<Record<string, string>> => options['map'] as Readonly<Record<string, string>>;

export const codeMap = transform({
  name: 'codeMap',
  doc: { 'zh-TW': '把校務系統的用語換成名冊的代碼（例如 男→1）。', en: "The vendor's words to the roster's codes (男 → 1)." },
  repetitive: true,
  parse(text, _kind, options) {
    const map = mapOf(options);
    return Object.hasOwn(map, text) ? (map[text] as string) : new Reject('mapping/unknown-word', { expected: Object.keys(map).join('、') });
  },
  print: (value, options) => Object.entries(mapOf(options)).find(([, code]) => code === value)?.[0] ?? String(value),
  checkOptions(options) {
    const map = options['map'];
    if (typeof map !== 'object' || map === null || Object.keys(map).length === 0) return 'codeMap needs "map", words to codes';
    return Object.values(map).every((code) => typeof code === 'string') ? undefined : 'codeMap "map" must give text codes';
  },
});
