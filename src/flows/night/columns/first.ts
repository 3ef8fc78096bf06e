/** What the school has to fix first, as its own report says it: the same words at many schools are one cause for all. */
import { column } from './column.ts';

export default column({
  id: 'first',
  title: { 'zh-TW': '先處理', en: 'To fix first' },
  cell: ({ term, nights }) => {
    const first = nights.find((night) => night.term === term && night.mark.first !== undefined)?.mark.first;
    return first ? { text: first, order: first['zh-TW'] } : null;
  },
});
