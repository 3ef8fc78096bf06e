/** A pick outside the windows of its school year. */
import { windowsFor } from '../../core/calendar.ts';
import { parseTerm } from '../../core/term.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '勾選時間不在勾選期間內', en: 'Picked outside the window' },
  message: {
    'zh-TW': '{year} 學年度的項目在 {picked} 勾選，勾選期間是 {windows}。',
    en: 'An item of school year {year} was picked on {picked}; the window is {windows}.',
  },
  why: {
    'zh-TW': '勾選每學年一次，在認證之後、提交之前；期間外的勾選可能是補登或學年記錯，學校沒有公告學生無從得知。',
    en: 'Students pick once a school year, between certification and submission; a pick outside may have been entered later or for another year.',
  },
  fix: {
    'zh-TW': '請確認勾選時間與學年；期間有延長的，請更正行事曆（calendar.json）。',
    en: 'Check the time and the year; if the window was extended, correct calendar.json.',
  },
  source: ['RULE-306', 'RULE-117'],
  certainty: 'A',
  types: ['selection'],
  reads: ['selectedAt'],
  check(record, { term, calendar }) {
    const picked = textOf(record, 'selectedAt')?.slice(0, 10);
    const year = parseTerm(term)?.year;
    if (picked === undefined || year === undefined || !calendar) return;
    const windows = windowsFor(calendar, `${year}-0`, record.kind === 'performance' ? 'performanceSelection' : 'workSelection');
    if (windows.length === 0 || windows.some(({ from, to }) => picked >= from && picked <= to)) return;
    return [{ field: 'selectedAt', params: { year, picked, windows: windows.map(({ from, to }) => `${from} – ${to}`).join(', ') } }];
  },
});
