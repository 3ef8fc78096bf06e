import { job } from '../src/schedule/job.ts';

export default job({
  id: 'portfolio-in',
  title: { 'zh-TW': '轉入：收進各校的歷程交換資料，比對等待名冊的學生', en: 'Coming in: take in transfer packages, and match students who waited' },
  daily: '01:00',
  flow: 'portfolio-in',
  after: ['intake'],
});
