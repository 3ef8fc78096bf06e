import { isoToRoc, rocToIso } from '../../core/roc-date.ts';
import { Reject, Remarked, transform } from '../transform.ts';

const expected = '7 碼民國日期 yyyMMdd';

export const rocDate = transform({
  name: 'rocDate',
  doc: { 'zh-TW': '7 碼民國日期（yyyMMdd）轉為西元日期；-1 表示沒有。', en: 'Seven-digit ROC date (yyyMMdd) to an ISO date; -1 stands for none (RULE-510).' },
  source: ['RULE-421', 'RULE-510'],
  repetitive: true,
  parse(text, kind) {
    if (kind === 'd') {
      const iso = text.slice(0, 10);
      const roc = isoToRoc(iso);
      return roc === null ? new Reject('mapping/impossible-date', { expected }) : new Remarked(iso, 'mapping/date-cell', { taken: roc });
    }
    const iso = rocToIso(text);
    if (iso !== null) return iso;
    if (text === '-1') return null;
    if (kind === 'n' && text.length === 6) {
      const padded = rocToIso(`0${text}`);
      if (padded !== null) return new Remarked(padded, 'mapping/lost-zero', { taken: `0${text}` });
    }
    return new Reject('mapping/impossible-date', { expected });
  },
  print: (value) => (value === null ? '-1' : (isoToRoc(String(value)) ?? '')),
});
