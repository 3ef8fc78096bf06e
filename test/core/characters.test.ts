import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  brokenCharacters, codePointLabel, controlCharacters, descriptionCharacters, foldName, numericReferences, privateUseCharacters,
  substituteCharacters, unexpectedInName,
} from '../../src/core/characters.ts';

test('positions count characters, not UTF-16 units', () => {
  expect(brokenCharacters('𠮷\ufffd')).toEqual([{ text: '\ufffd', position: 2, label: 'U+FFFD' }]);
});

test('half a surrogate pair is a lost character, a whole one is not', () => {
  expect(brokenCharacters('\ud842').map(({ label }) => label)).toEqual(['U+D842']);
  expect(brokenCharacters('\ud842\udfb7')).toEqual([]);
});

test.each(['?', '\uff1f', '\u25a1', '\u3013', '\uff0a'])('%s stands for a lost character', (text) => {
  expect(substituteCharacters(`王${text}`)).toHaveLength(1);
});

test.each(['\u0000', '\u0009', '\u000a', '\u007f', '\u0085', '\u200b', '\u200d', '\u202e', '\ufeff'])('%j is a control character', (text) => {
  expect(controlCharacters(`王${text}明`)).toMatchObject([{ position: 2 }]);
});

test('private use: BMP, planes 15 and 16', () => {
  expect(privateUseCharacters('\ue000\uf8ff\u{f0000}\u{10fffd}一').map(({ label }) => label)).toEqual(['U+E000', 'U+F8FF', 'U+F0000', 'U+10FFFD']);
});

test('numeric references are decoded, decimal and hexadecimal; those of no character are not', () => {
  const decoded = (text: string) => numericReferences(text).map((found) => found.decoded);
  expect(decoded('&#134071;&#x20bb7;&#X20BB7;')).toEqual(['𠮷', '𠮷', '𠮷']);
  expect(decoded('&#55357;&#1114112;&#0;')).toEqual([null, null, null]);
  expect(decoded('&#;&#abc;&amp;')).toEqual([]);
});

test('every character outside the surrogates survives being written as a reference', () => {
  fc.assert(fc.property(fc.integer({ min: 0x20, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff), (code) => {
    expect(numericReferences(`&#${code};`)[0]?.decoded).toBe(String.fromCodePoint(code));
  }));
});

test('ideographic description', () => {
  expect(descriptionCharacters('⿰亻尔')).toMatchObject([{ position: 1, label: 'U+2FF0' }]);
});

test.each(['王小明', '歐陽 〇', '𠮷野', '巴奈·達魯', '巴奈．達魯', '巴奈‧達魯', "O'Neil-Ñuñez", 'Nguyễn Văn A', '\uf9f4', '\u{2f800}', '\u{31350}'])('%s is expected in a name', (name) => {
  expect(unexpectedInName(name)).toEqual([]);
});

test.each(['王1', '王○', '王/明', 'あ', '王★', '金정'])('%s is not', (name) => {
  expect(unexpectedInName(name)).toHaveLength(1);
});

test('what the other functions report is not reported again', () => {
  for (const text of ['\ufffd', '?', '\u200b', '\ue000', '⿰', '&#134071;']) expect(unexpectedInName(`王${text}`)).toEqual([]);
});

test('clean text gives nothing in any of them', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 20 }), (codes) => {
    const text = String.fromCodePoint(...codes, 0x738b);
    for (const find of [brokenCharacters, substituteCharacters, controlCharacters, privateUseCharacters, descriptionCharacters, numericReferences, unexpectedInName]) {
      expect(find(text)).toEqual([]);
    }
  }));
});

test('folding compares, widths and compatibility forms aside; variants stay different', () => {
  expect(foldName('\uf9f4 立')).toBe(foldName('林立'));
  expect(foldName('Ｏneil')).toBe(foldName('ONEIL'));
  expect(foldName('陳峯')).not.toBe(foldName('陳峰'));
});

test('labels have at least four digits', () => {
  expect([0x9, 0x4e00, 0x20bb7].map(codePointLabel)).toEqual(['U+0009', 'U+4E00', 'U+20BB7']);
});
