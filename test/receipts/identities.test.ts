import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StudentKey } from '../../src/core/record.ts';
import { keyText } from '../../src/core/student-key.ts';
import { identities } from '../../src/receipts/identities.ts';
import { plainId, studentKeyOf } from '../../src/receipts/student-key.ts';

const key = (id: string, birth = '2009-05-04'): StudentKey => ({ idNumber: id, birthDate: birth });
const A = key('A123456789');
const B = key('B223456780');
const C = key('C123456787', '2009-05-05');

test('a corrected key leads to the latest, over several corrections in any order', () => {
  const known = identities([{ from: B, to: C }, { from: A, to: B }]);
  expect([A, B, C].map(known.latest)).toEqual([C, C, C]);
  expect(known.all(B).map(keyText).sort()).toEqual([A, B, C].map(keyText));
  const stranger = key('D123456786');
  expect(known.latest(stranger)).toBe(stranger);
  expect(known.all(stranger)).toEqual([stranger]);
});

test('a correction of nothing is none, and corrections that go round still name one key', () => {
  expect(identities([{ from: A, to: A }]).latest(A)).toBe(A);
  const round = identities([{ from: A, to: B }, { from: B, to: A }]);
  expect(round.latest(A)).toEqual(round.latest(B));
});

test('whatever is corrected into what, everybody of a group has one latest key, and nobody else is in it', () => {
  const keys = ['A', 'B', 'C', 'D', 'E'].map((letter) => key(`${letter}123456789`));
  const any = fc.constantFrom(...keys);
  fc.assert(fc.property(fc.array(fc.record({ from: any, to: any }), { maxLength: 8 }), (corrections) => {
    const known = identities(corrections);
    for (const { from, to } of corrections) expect(known.latest(from)).toEqual(known.latest(to));
    for (const one of keys) {
      expect(known.all(one)).toContainEqual(one);
      expect(known.all(one)).toContainEqual(known.latest(one));
      expect(known.latest(known.latest(one))).toEqual(known.latest(one));
    }
  }));
});

test('keys are read however they are written', () => {
  for (const birth of ['0980504', '2009/05/04', '2009/5/4', '2009-05-04', '20090504', '98/5/4', '2009/5/4 上午 12:00:00', ' 0980504 ']) {
    expect(studentKeyOf(' a123456789', birth)).toEqual(A);
  }
  expect(studentKeyOf('Ａ１２３４５６７８９', '0980504')).toEqual(A);
  expect(studentKeyOf('A123456789', '0980230')).toBeNull();
  expect(studentKeyOf('王小明', '0980504')).toBeNull();
  expect(plainId('王小明 ')).toBe('王小明');
});
