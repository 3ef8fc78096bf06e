/** Record types of which the last drop lacks more students than the policy lets pass. */
import type { HoldReason } from '../../report/model.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Policy } from '../policy.ts';
import { DEFAULT_THRESHOLD } from './gate.ts';

/** By type, over its sheets: a sheet of three students says little by itself. */
export function vanished(store: SchoolStore, terms: readonly string[], policy: Policy): HoldReason[] {
  // Attachments go where the items go that name them.
  return [...Map.groupBy(terms.flatMap((term) => store.changes(term)).filter(({ type }) => type !== 'attachment'), (change) => change.type)].flatMap(([type, changes]): HoldReason[] => {
    const threshold = (policy.thresholds?.[type] ?? DEFAULT_THRESHOLD).gone;
    const before = changes.reduce((sum, change) => sum + change.before.students, 0);
    const share = before === 0 ? 0 : changes.reduce((sum, change) => sum + change.goneStudents, 0) / before;
    return share > threshold ? [{ type, what: 'gone', share, threshold }] : [];
  });
}
