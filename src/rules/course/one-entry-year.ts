/** A student whose courses of this term come from the plans of two intakes. */
import { courseCodeOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '同一學生的課程代碼跨入學年度', en: 'A student\'s course codes are of two entry years' },
  message: {
    'zh-TW': '課程代碼「{value}」是 {entryYear} 學年度入學的課程計畫，這位學生的其他科目是 {usual}。',
    en: 'The course code "{value}" is of the plan for entry year {entryYear}; the student\'s other subjects are of {usual}.',
  },
  why: {
    'zh-TW': '學期成績應適用同一份課程計畫；混用兩屆代碼，課程代碼比對會出現「課程規劃表不同」。這是依代碼結構推定的檢查。',
    en: 'The subjects of a term should follow one plan; mixed codes fail the course-code comparison. This check is inferred from the structure of the code.',
  },
  fix: {
    'zh-TW': '請確認學生的群科班代碼，把這個科目改對到同一屆的代碼；復學、重讀學生請確認適用的計畫。',
    en: 'Check the student\'s plan and match the subject with the code of that intake; for returning and repeating students check which plan applies.',
  },
  source: ['RULE-413', 'RULE-415'],
  certainty: 'C',
  types: ['courseRecord'],
  /** Only courses of the term itself: earlier ones may belong to another plan. */
  *check(records) {
    const years = new Map<number, (typeof records)[number][]>();
    for (const record of records) {
      if (record.kind !== 'regular' && record.kind !== 'nightRegular') continue;
      const entryYear = courseCodeOf(record)?.entryYear;
      if (entryYear === undefined) continue;
      const list = years.get(entryYear);
      if (list) list.push(record);
      else years.set(entryYear, [record]);
    }
    const [usual, ...others] = [...years].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
    for (const [entryYear, odd] of others) {
      for (const record of odd) yield { field: 'courseCode', record, params: { entryYear, usual: usual![0] } };
    }
  },
});
