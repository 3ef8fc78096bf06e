/** How many of a type a student has picked in a school year, at whichever school. */
import { NOTHING_EARLIER } from '../core/items/earlier.ts';
import { itemName } from '../core/items/item-id.ts';
import type { ItemType } from '../core/items/states.ts';
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import { allItems } from './items.ts';
import { numberParam } from './read.ts';
import type { Hit, RuleContext } from './rule.ts';

/** One hit where there are more than the parameter `max` says; at the first item that is too many. */
export function tooManyPicks(type: ItemType, records: readonly CanonicalRecord[], key: StudentKey, context: RuleContext): Hit[] {
  const max = numberParam(context.params, 'max');
  const own = allItems(records, key, context).filter((item) => item.type === type && (item.state === 'picked' || item.state === 'submitted'));
  const names = new Set(own.map(({ record }) => itemName(record)));
  const { elsewhere: packages } = context.earlier?.(key) ?? NOTHING_EARLIER;
  const before = new Set(packages.filter((one) => one.type === type && !names.has(one.name)).map(({ name }) => name)).size;
  const count = own.length + before;
  const last = own[Math.min(max, own.length - 1)];
  if (count <= max || last === undefined) return [];
  return [{ record: last.record, params: { count, elsewhere: before + own.filter(({ elsewhere }) => elsewhere).length, max } }];
}
