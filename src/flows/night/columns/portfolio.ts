/** Students who came with a portfolio and need somebody: who waits for the roster, what contradicts what, who was refused. */
import { ledgerStanding } from '../../portfolio/ledger/standing.ts';
import { column } from './column.ts';

export default column({
  id: 'portfolio',
  title: { 'zh-TW': '轉入資料', en: 'Portfolios' },
  cell({ store }) {
    const standing = ledgerStanding(store);
    if (!standing) return null;
    const { waiting, conflicts, refused } = standing;
    const parts = [
      conflicts > 0 ? { 'zh-TW': `${conflicts} 項待裁定`, en: `${conflicts} to decide` } : null,
      refused > 0 ? { 'zh-TW': `${refused} 位退回`, en: `${refused} refused` } : null,
      waiting > 0 ? { 'zh-TW': `${waiting} 位等待名冊`, en: `${waiting} waiting` } : null,
    ].filter((part) => part !== null);
    if (parts.length === 0) return { text: { 'zh-TW': '完成', en: 'done' }, order: 3, tone: 'muted' };
    const text = { 'zh-TW': parts.map((part) => part['zh-TW']).join('、'), en: parts.map((part) => part.en).join(', ') };
    return { text, order: conflicts > 0 ? 0 : refused > 0 ? 1 : 2, tone: conflicts + refused > 0 ? 'warning' : 'muted' };
  },
});
