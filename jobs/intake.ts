import { job } from '../src/schedule/job.ts';

export default job({
  id: 'intake',
  title: { 'zh-TW': '收檔：把各校收件匣的匯出檔讀進來', en: 'Intake: read what lies in the schools\' inboxes' },
  daily: '01:00',
  flow: 'intake',
  after: [],
});
