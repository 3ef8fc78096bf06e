import type { ColumnDefinition, MappingDefinition } from '../../src/mapping/definition.ts';
import { type CompiledMapping, compileMapping } from '../../src/mapping/compile.ts';

const KEY: readonly ColumnDefinition[] = [
  { to: 'idNumber', headers: ['身分證號', '身分證字號'], transform: 'nationalId', required: true, nonBlank: true },
  { to: 'birthDate', headers: ['出生日期'], transform: 'rocDate', required: true, nonBlank: true },
];

/** A score sheet's definition, key columns included. */
export function definition(columns: readonly ColumnDefinition[], more: Partial<MappingDefinition> = {}): MappingDefinition {
  return {
    sheets: ['學期成績'], rosters: ['學生成績名冊'], rosterTypes: ['2'], editions: ['108'], record: 'courseRecord',
    constants: { kind: 'regular' }, columns: [...KEY, ...columns], certainty: 'B', source: 'a test', ...more,
  };
}

export const compiled = (columns: readonly ColumnDefinition[], more: Partial<MappingDefinition> = {}): CompiledMapping =>
  compileMapping(definition(columns, more), 'somebody', 'score');
