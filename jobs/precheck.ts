import { job } from '../src/schedule/job.ts';

export default job({
  id: 'precheck',
  title: { 'zh-TW': '預檢：檢查並產出預檢名冊(41、42)', en: 'Pre-check: check, and pack the pre-check rosters (41, 42)' },
  daily: '01:00',
  flow: 'precheck',
  after: ['intake', 'portfolio-in'],
});
