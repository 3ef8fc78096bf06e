/** A school code that is malformed or in no list. */
import type { CanonicalRecord } from '../../core/record.ts';
import { isSchoolCode } from '../../core/school-code.ts';
import { firstOf, KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'error',
  title: { 'zh-TW': '學校代碼有誤', en: 'The school code is wrong' },
  message: {
    'zh-TW': '學校代碼 {school} 不在學校代碼表中。',
    en: 'The school code {school} is not in the list of schools.',
  },
  why: {
    'zh-TW': '學校代碼錯誤，整批資料會歸到別校或被退回。格式正確但查無此校時只列為警告，可能是新設學校尚未列入代碼表。',
    en: 'With a wrong code everything goes to another school or is refused. A well-formed code that is in no list is a warning only: the school may be new.',
  },
  fix: {
    'zh-TW': '請核對封面的學校代碼（6 碼）；若為新設或改制學校，請告知資料中心更新代碼表。',
    en: 'Check the six characters on the cover sheet; for a new school tell the data centre to update its list.',
  },
  source: ['RULE-507'],
  certainty: 'B',
  types: KEYED_TYPES,
  /** Test schools are the business of `roster/test-school`. */
  begin({ school, inList }) {
    let first: CanonicalRecord | undefined;
    return {
      student(records) {
        first = firstOf(first, records);
      },
      *end() {
        if (inList('school', school) || inList('test-school', school)) return;
        yield { record: first, params: { school }, severity: isSchoolCode(school) ? 'warning' : 'error' };
      },
    };
  },
});
