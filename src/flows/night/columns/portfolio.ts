/** Students who move: packages stuck, what contradicts what, who was refused, who waits for the roster, what is to be given to other schools. */
import { portfolioState } from '../../portfolio/night/state.ts';
import { column } from './column.ts';

export default column({
  id: 'portfolio',
  title: { 'zh-TW': '轉出入', en: 'Transfers' },
  cell({ services, store }) {
    const state = portfolioState(services, store);
    if (!state) return null;
    const { waiting, conflicts, refused, stuck, ready } = state;
    const parts = [
      stuck > 0 ? { 'zh-TW': `${stuck} 件未辦`, en: `${stuck} stuck` } : null,
      conflicts > 0 ? { 'zh-TW': `${conflicts} 項待裁定`, en: `${conflicts} to decide` } : null,
      refused > 0 ? { 'zh-TW': `${refused} 位退回`, en: `${refused} refused` } : null,
      waiting > 0 ? { 'zh-TW': `${waiting} 位等待名冊`, en: `${waiting} waiting` } : null,
      ready > 0 ? { 'zh-TW': `${ready} 件待交出`, en: `${ready} to hand over` } : null,
    ].filter((part) => part !== null);
    if (parts.length === 0) return { text: { 'zh-TW': '完成', en: 'done' }, order: 4, tone: 'muted' };
    const text = { 'zh-TW': parts.map((part) => part['zh-TW']).join('、'), en: parts.map((part) => part.en).join(', ') };
    const isUrgent = stuck + conflicts + refused > 0;
    return { text, order: isUrgent ? (stuck > 0 ? 0 : 1) : waiting > 0 ? 2 : 3, tone: isUrgent ? 'warning' : 'muted' };
  },
});
