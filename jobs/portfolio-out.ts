import { job } from '../src/schedule/job.ts';

export default job({
  id: 'portfolio-out',
  title: { 'zh-TW': '轉出：依名單產出要交給其他學校的歷程交換資料', en: 'Going out: pack the students on the lists for other schools' },
  daily: '01:00',
  flow: 'portfolio-out',
  after: ['intake', 'portfolio-in', 'receipt'],
});
