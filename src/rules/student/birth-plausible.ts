/** Age at the start of the school year. */
import { parseTerm } from '../../core/term.ts';
import { KEYED_TYPES, numberParam, personRecord } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '出生日期推算的年齡不尋常', en: 'The birth date gives an unusual age' },
  message: {
    'zh-TW': '依出生日期推算，學年開始（9 月 1 日）時為 {age} 歲，不在常見的 {min} 到 {max} 歲之間。',
    en: 'By the birth date the student was {age} on 1 September of the school year, outside the usual {min} to {max}.',
  },
  why: {
    'zh-TW': '出生日期是辨認學生的一半；年份打錯一碼就對應不到人。年齡範圍是可調整的參數，不是教育部公告的規定。',
    en: 'The birth date is half of what identifies a student; one wrong digit and nobody is found. The range is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請核對證件上的出生日期；確認無誤則可不處理。',
    en: 'Check the birth date on the document; if it is right, leave it.',
  },
  source: ['RULE-512'],
  certainty: 'D',
  types: KEYED_TYPES,
  params: { min: 13, max: 25 },
  /** 進修部 has no upper bound: people of any age study there. */
  check(records, key, { term, params }) {
    const year = parseTerm(term)?.year;
    if (year === undefined) return;
    const age = ageOn(`${year + 1911}-09-01`, key.birthDate);
    const min = numberParam(params, 'min');
    const max = numberParam(params, 'max');
    const night = records.some((record) => record['division'] === 'night');
    if (age >= min && (night || age <= max)) return;
    return [{ field: 'birthDate', record: personRecord(records), params: { age, min, max } }];
  },
});

/** Whole years between two ISO dates. */
function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthDate.slice(5) <= day.slice(5) ? years : years - 1;
}
