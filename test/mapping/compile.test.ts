import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/core/fault.ts';
import type { ColumnDefinition, MappingDefinition } from '../../src/mapping/definition.ts';
import { compiled } from './definition.ts';

function fault(columns: readonly ColumnDefinition[], more: Partial<MappingDefinition> = {}): string {
  try {
    compiled(columns, more);
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${String(error.params['detail'])}`;
    throw error;
  }
  return 'none';
}

const text = (to: string, headers: readonly string[] = [to], more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({ to, headers, transform: 'text', ...more });

describe('compileMapping refuses', () => {
  test.each<[string, readonly ColumnDefinition[], Partial<MappingDefinition>, RegExp]>([
    ['an unknown transform', [text('seat', ['座號'], { transform: 'guess' })], {}, /no transform "guess"/],
    ['bad options', [text('seat', ['座號'], { transform: 'codeMap' })], {}, /codeMap needs "map"/],
    ['a field the record type does not have', [text('hobby')], {}, /courseRecord has no such field/],
    ['a field the program fills', [text('source')], {}, /filled by the program/],
    ['two columns for one field', [text('seat', ['座號']), text('seat', ['座位'])], {}, /two columns fill "seat"/],
    ['one header for two columns', [text('seat', ['座號']), text('className', ['座號'])], {}, /two columns read the header/],
    ['a shared column in what is written', [text('seat', ['座號']), text('className', ['座號'], { shared: true })], {}, /cannot be written/],
    ['a constant of an unknown field', [], { constants: { hobby: 'x' } }, /constant "hobby"/],
    ['a column nobody has confirmed', [text('seat', ['座號'], { confirmed: false }), text('className')], {}, /not confirmed by a person yet: seat;/],
    ['a constant that is also a column', [text('seat')], { constants: { seat: '1' } }, /also a column/],
  ])('%s', (_, columns, more, message) => {
    expect(fault(columns, more)).toMatch(/^adapter\/invalid: /);
    expect(fault(columns, more)).toMatch(message);
  });
});

test('the hash follows the content, not the order of keys', () => {
  const one = compiled([{ to: 'seat', headers: ['座號'], transform: 'text' }]);
  const same = compiled([{ transform: 'text', headers: ['座號'], to: 'seat' }]);
  const other = compiled([{ to: 'seat', headers: ['座號'], transform: 'code' }]);
  expect(one.hash).toBe(same.hash);
  expect(one.hash).not.toBe(other.hash);
});
