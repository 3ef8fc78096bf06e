/** Taking something out of quarantine for good. */
import type { SchoolStore } from '../../store/port.ts';
import { setAside } from '../attachments/set-aside.ts';

/**
 * Takes an item, or all of a file, out of quarantine; false when there is none. A file that no item names is remembered,
 * because the list it stands on is made anew again and again.
 */
export function discard(store: SchoolStore, id: string): boolean {
  const items = store.quarantine({ input: id.split(':')[0]! }).filter((item) => item.id === id || item.input === id);
  setAside(store, items.filter(({ problem }) => problem.code === 'attachment/unnamed').map(({ cells }) => cells.at(-1)!));
  return store.discard(id);
}
