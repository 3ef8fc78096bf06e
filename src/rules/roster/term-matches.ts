/** Rows of the term's own courses that carry another school year or term, and term rosters filed for a whole year. */
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Kinds that are about the term reported; the others are about an earlier one. */
const OF_THE_TERM: readonly (string | undefined)[] = ['regular', 'nightRegular', 'nightReexam'];

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '資料的學年度學期與名冊不符', en: 'School year and term do not match the roster' },
  message: {
    'zh-TW': '這筆資料屬於 {found}，名冊報送的是 {term}（學期名冊的學期應為 1 或 2）。',
    en: 'This record is of {found}, the roster is for {term} (a term roster has term 1 or 2).',
  },
  why: {
    'zh-TW': '學期錯置的成績會記到別的學期；學期代碼 0 只用於整學年的名冊。',
    en: 'A score of the wrong term is recorded in that term; 0 as term is for yearly rosters only.',
  },
  fix: {
    'zh-TW': '請確認匯出時選的學年度、學期與封面一致，重新匯出。',
    en: 'Make sure that the year and term chosen for the export are those on the cover, and export again.',
  },
  source: ['RULE-302', 'RULE-421'],
  certainty: 'B',
  types: ['student', 'cadre', 'courseRecord'],
  reads: ['term', 'courseYear', 'courseTerm'],
  check(record, { term }) {
    if (record.term !== term || term.endsWith('-0')) return [{ params: { found: record.term, term } }];
    const year = numberOf(record, 'courseYear');
    if (typeof year !== 'number' || !OF_THE_TERM.includes(record.kind)) return;
    const found = `${year}-${numberOf(record, 'courseTerm') ?? term.slice(-1)}`;
    return found === term ? undefined : [{ field: 'courseYear', params: { found, term } }];
  },
});
