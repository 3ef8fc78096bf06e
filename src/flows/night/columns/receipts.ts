/** How far students have confirmed what the central database received, and what waits for an answer. */
import type { DistrictCell } from '../../../report/district-column.ts';
import { count, say } from '../../../report/words.ts';
import { refusedReceipts } from '../../receive/dropped.ts';
import { type LineStatus, receiptStatus } from '../../receive/status.ts';
import { column } from './column.ts';

const total = (lines: readonly LineStatus[], of: (line: LineStatus) => number): number => lines.reduce((sum, line) => sum + of(line), 0);

/** Most pressing first: objections left unanswered, receipts refused, objections waiting, windows to be opened, then how many have confirmed. */
function cellOf(lines: readonly LineStatus[], refused: number): DistrictCell | null {
  const overdue = total(lines, ({ counts }) => counts.overdue);
  if (overdue > 0) return { text: say({ 'zh-TW': '{number} 件疑義逾期未答覆', en: '{number} objections overdue' }, { number: overdue }), order: 0, tone: 'error' };
  if (refused > 0) return { text: say({ 'zh-TW': '{files}無法匯入', en: '{files} refused' }, { files: count(refused, 'file') }), order: 1, tone: 'error' };
  const pending = total(lines, ({ counts }) => counts.pending);
  if (pending > 0) return { text: say({ 'zh-TW': '{number} 件疑義待答覆', en: '{number} objections to answer' }, { number: pending }), order: 2, tone: 'warning' };
  if (lines.length === 0) return null;
  if (lines.some(({ state }) => state === 'waiting')) return { text: { 'zh-TW': '待公告確認期間', en: 'Window to be opened' }, order: 3, tone: 'warning' };
  const [confirmed, all] = [total(lines, ({ counts }) => counts.confirmed + counts.silent), total(lines, ({ counts }) => counts.students)];
  const settled = lines.every(({ state }) => state === 'settled');
  return {
    text: settled ? { 'zh-TW': '全部確認', en: 'All confirmed' } : say({ 'zh-TW': '已確認 {confirmed}／{all}', en: '{confirmed} of {all} confirmed' }, { confirmed, all }),
    order: settled ? 5 : 4, tone: settled ? 'good' : 'muted',
  };
}

export default column({
  id: 'receipts',
  title: { 'zh-TW': '收訖明細', en: 'Receipts' },
  cell: ({ services, store }) => cellOf(receiptStatus(services, store, null), refusedReceipts(store).length),
});
