import { describe, expect, test } from 'vitest';
import { bind } from '../../src/mapping/bind.ts';
import { compiled } from './definition.ts';

const mapping = compiled([
  { to: 'credits', headers: ['修課學分', '科目學分'], transform: 'credits', required: true },
  { to: 'passed', headers: ['成績及格'], transform: 'passFlag', required: true },
  { to: 'reexamPassed', headers: ['補考及格'], transform: 'passFlag' },
  { to: 'studentName', headers: ['備註(學生姓名)'], transform: 'text' },
], { dropped: [{ header: 'de_stuid', why: 'not ours' }] });

const full = ['身分證號', '出生日期', '修課學分', '成績及格', '補考及格', '備註(學生姓名)'];
const said = (header: readonly string[]) => {
  const binding = bind(mapping, header);
  return [...binding.failures, ...binding.remarks].map((problem) => [problem.code, problem.column]);
};

describe('bind', () => {
  test('a header as defined leaves nothing to say, in any order', () => {
    expect(said(full)).toEqual([]);
    const binding = bind(mapping, [...full].reverse());
    expect(binding.failures).toEqual([]);
    expect(Object.fromEntries(binding.columns.map(({ column, index }) => [column.to, index]))).toMatchObject({ idNumber: 5, studentName: 0 });
  });

  test('a missing required column is named with its aliases', () => {
    const binding = bind(mapping, full.filter((text) => text !== '修課學分'));
    expect(binding.failures).toEqual([{ code: 'mapping/missing-column', column: '修課學分', params: { column: '修課學分', aliases: '修課學分、科目學分' } }]);
  });

  test('a missing optional column is only noted', () => {
    const binding = bind(mapping, full.filter((text) => text !== '補考及格'));
    expect(binding.failures).toEqual([]);
    expect(binding.missing.map((column) => column.to)).toEqual(['reexamPassed']);
  });

  test('a known header that comes twice cannot be read, whichever alias it uses', () => {
    expect(said([...full, '修課學分'])).toEqual([['mapping/doubled-column', '修課學分']]);
    expect(said([...full, '科目學分'])).toEqual([['mapping/doubled-column', '科目學分']]);
  });

  test('a header expected twice is told apart by its place', () => {
    const twice = compiled([
      { to: 'grade', headers: ['對應年級'], transform: 'integer' },
      { to: 'extra.gradeagain', headers: ['對應年級'], transform: 'text', occurrence: 2 },
    ]);
    const binding = bind(twice, ['身分證號', '出生日期', '對應年級', 'x', '對應年級']);
    expect(binding.failures).toEqual([]);
    expect(binding.columns.map(({ column, index }) => [column.to, index])).toEqual([['idNumber', 0], ['birthDate', 1], ['grade', 2], ['extra.gradeagain', 4]]);
    expect(bind(twice, ['身分證號', '出生日期', '對應年級', '對應年級', '對應年級']).failures.map((problem) => problem.code)).toEqual(['mapping/doubled-column']);
  });

  test('blanks, brackets and width do not matter, and are remarked upon', () => {
    const binding = bind(mapping, ['身分證號', '出 生 日 期', '修課學分', '成績及格', '補考及格', '備註（學生姓名）']);
    expect(binding.failures).toEqual([]);
    expect(binding.columns).toHaveLength(6);
    expect(binding.remarks.map((remark) => [remark.code, remark.params])).toEqual([
      ['mapping/respelled-column', { column: '出生日期', candidate: '出 生 日 期' }],
      ['mapping/respelled-column', { column: '備註(學生姓名)', candidate: '備註（學生姓名）' }],
    ]);
  });

  test('a header that looks renamed is named, never taken', () => {
    const binding = bind(mapping, ['身分證號', '出生日期', '修課學份', '成績及格', '補考合格', '備註(學生姓名)']);
    expect(binding.failures).toEqual([{ code: 'mapping/renamed-column', column: '修課學份', params: { column: '修課學分', candidate: '修課學份' } }]);
    expect(binding.remarks.map((remark) => remark.code)).toEqual(['mapping/maybe-renamed-column', 'mapping/unknown-column', 'mapping/unknown-column']);
    expect(binding.columns.map(({ column }) => column.to)).not.toContain('credits');
  });

  test('unknown columns are kept by name, dropped ones are not spoken of', () => {
    const binding = bind(mapping, [...full, '導師', '', '導師', 'de_stuid']);
    expect(binding.extras.map(({ key, named }) => [key, named])).toEqual([['導師', true], ['(H)', false], ['導師(I)', true]]);
    expect(binding.remarks.map((remark) => [remark.code, remark.column])).toEqual([['mapping/unknown-column', '導師'], ['mapping/unknown-column', '導師']]);
  });

  test('a name that means something to JavaScript is only a name', () => {
    const { extras } = bind(mapping, [...full, '__proto__', 'constructor']);
    expect(extras.map(({ key }) => key)).toEqual(['__proto__(G)', 'constructor']);
  });

  test('a header as wide as a sheet can be is dealt with', () => {
    const wide = Array.from({ length: 16_384 }, (_, index) => `修課學份${index}`.padEnd(60, '長'));
    const binding = bind(mapping, wide);
    expect(binding.extras).toHaveLength(16_384);
    expect(binding.failures).toHaveLength(4);
  });

  test('an empty header lacks every required column', () => {
    expect(said([]).map(([code]) => code)).toEqual(Array.from({ length: 4 }, () => 'mapping/missing-column'));
  });
});
