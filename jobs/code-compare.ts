import { job } from '../src/schedule/job.ts';

export default job({
  id: 'code-compare',
  title: { 'zh-TW': '課程代碼比對：課程計畫或修課資料有變動的學校重新比對', en: 'Course-code comparison: compare again where the plan or the courses changed' },
  daily: '01:00',
  flow: 'code-compare',
  after: ['intake', 'portfolio-in'],
});
