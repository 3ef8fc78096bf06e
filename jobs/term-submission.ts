import { job } from '../src/schedule/job.ts';

export default job({
  id: 'term-submission',
  title: { 'zh-TW': '學期提交：通過檢查的學校產出提交名冊', en: 'Term submission: pack the rosters of schools that are clean' },
  daily: '01:00',
  flow: 'term-submission',
  after: ['intake', 'portfolio-in', 'precheck'],
});
