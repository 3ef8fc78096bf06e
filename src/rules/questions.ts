/** What rules ask of single records, each question with the fields its answer depends on. */
import type { CanonicalRecord, RecordType } from '../core/record.ts';
import type { Hit, Rule, RuleContext } from './rule.ts';

export interface Question {
  readonly types: readonly RecordType[];
  /** Fields of which equal values give equal answers, beside type and kind; null where each record is different. */
  readonly reads: readonly string[] | null;
  check(record: CanonicalRecord): Iterable<Hit> | undefined;
}

/** None for rules that look at more than a record. */
export function questionsOf(rule: Rule, context: RuleContext): readonly Question[] {
  if (rule.scope === 'record') return [{ types: rule.types, reads: rule.reads ?? null, check: (record) => rule.check(record, context) }];
  if (rule.scope !== 'field') return [];
  const about = (field: string, types: readonly RecordType[]): Question => ({
    types,
    reads: [field],
    check(record) {
      const value = record[field];
      const hits = value === undefined ? undefined : rule.check(value, field, context);
      return hits && Array.from(hits, (hit) => ({ ...hit, field }));
    },
  });
  return [
    ...rule.fields.map((field) => about(field, rule.types)),
    ...rule.types.flatMap((type) => (rule.also?.[type] ?? []).map((field) => about(field, [type]))),
  ];
}
