/** Transfer packages: their conventions, and what breaks between systems. The container's part is tried with portfolios. */
import type { Trap } from './trap.ts';

const BREAKS = 'test test/e2e/portfolio-break-points.test.ts';

export const PACKAGES: readonly Trap[] = [
  ['terms 1081, none 0000, unit 000000000, 方式 0, hours -1', 'fixture exchange-json/package "term": "1', 'test test/adapters/transfer-package.test.ts what is read is written again'],
  ['the MD5 of the empty file means no file', 'test test/flows/attachments/match.test.ts to a file without bytes', `${BREAKS} 5: a link does not mean`],
  ['at most one of five flags', 'fixture exchange-json/package "json/two-flags"'],
  ['認證時間, 認證教師, 認證說明, 送審時間: missing when read, always written', `${BREAKS} 7: null numbers`, 'test test/adapters/transfer-package.test.ts what is read is written again'],
  ['unknown keys are kept and written back', 'fixture exchange-json/package "未知欄位": "保留"'],
  ['the ZIP renamed, its names in CP950, wrapped, a BOM', 'test test/package/portfolio/exchange.test.ts a renamed ZIP is read', 'test test/package/portfolio/exchange.test.ts entry names in CP950', `${BREAKS} entry names in CP950`],
  ['1: one unknown student must not stop the others', `${BREAKS} 1: a student who is not on the roster`],
  ['2: importing again deletes nothing of others', `${BREAKS} 2: taking a package in again`],
  ['3: the original course code survives', `${BREAKS} 3: the original course code`],
  ['4: documents and media numbered apart, media links kept, outside links written', `${BREAKS} are numbered apart`, 'test test/package/portfolio/exchange.test.ts documents and media are numbered apart', 'test test/flows/migrate/attachments.test.ts stand in folders by student'],
  ['5: a link does not mean that there is a file', `${BREAKS} 5: a link does not mean`, 'test test/flows/migrate/attachments.test.ts are said to be missing'],
  ['6: the extension is what stands after the last dot', `${BREAKS} 6: an extension`, 'test test/flows/migrate/attachments.test.ts stand in folders by student'],
  ['7: null decimals, 幹部等級, 其他多元表現 under two keys, a 重讀 term of four characters', `${BREAKS} 7: null numbers`, 'fixture exchange-json/package "sheet": "其他多元表現"', 'fixture exchange-json/package work-repeat'],
  ['8: 簡述 of works is exported', `${BREAKS} 8: a work without a description`, 'test test/adapters/transfer-package.test.ts what is read is written again'],
  ['9: students who have left are exported', `${BREAKS} 9: who has left`],
  ['10: a corrected id, or one student in two schools', `${BREAKS} 10: a corrected id`, 'rule enrolment/correction-carries-old-key', 'fixture central-database/extract-students "mapping/other-school"'],
];
