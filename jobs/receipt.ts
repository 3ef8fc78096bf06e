import { job } from '../src/schedule/job.ts';

export default job({
  id: 'receipt',
  title: { 'zh-TW': '收訖明細：匯入放進來的、結束已過的確認期間、找出逾期未答覆的疑義', en: 'Receipts: take in what was dropped, close windows that are over, find objections left unanswered' },
  daily: '01:00',
  flow: 'receipt',
  after: ['intake', 'precheck', 'term-submission'],
});
