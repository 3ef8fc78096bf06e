import { describe, expect, test } from 'vitest';
import { mask, maskIdsIn } from '../../src/core/mask.ts';

describe('ids inside a text are masked', () => {
  test.each([
    ['證號A123456789，重複', '證號A12345****，重複'], ['學生資料_A123456789.csv', '學生資料_A12345****.csv'], ['a123456789/ac12345678', 'a12345****/ac1234****'],
  ])('%s', (text, masked) => expect(maskIdsIn(text)).toBe(masked));

  test.each(['XA123456789', 'A1234567890', 'A12345678', '114014302H11101A1110101'])('%s is none', (text) => expect(maskIdsIn(text)).toBe(text));
});

test('a cell is masked by what its field is', () => {
  expect([mask('id', 'A123456789'), mask('name', '王小明'), mask('birth', '0970315'), mask('text', '自我介紹'), mask('none', '85')]).toEqual(['A12345****', '王○○', '097****', '(4 字)', '85']);
});
