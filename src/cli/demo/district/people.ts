/** Synthetic people: made-up names, ids that pass the checksum, birth dates that fit a grade. */
import { idSum } from '../../../core/national-id.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly idNumber: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly name: string;
  /** 性別代碼: 1 male, 2 female. */
  readonly sex: '1' | '2';
}

const SURNAMES = [...'陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴范方宋'];
const GIVEN = [...'家豪志明俊傑建宏宗翰冠宇承恩柏翔宥廷品睿宜庭雅婷怡君詩涵心妤思妤佳蓉郁雯欣怡子晴宇軒芷瑄語彤亭安'];
/** Characters of names that Big5 has no cell for; they are certain to meet every system. */
const RARE = [...'堃瑠喆珉煊峯'];
const RARE_SURNAMES = ['凃'];
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVXYWZIO'];

function name(random: Random): string {
  const surname = random.chance(0.03) ? random.pick(RARE_SURNAMES) : random.pick(SURNAMES);
  const second = random.chance(0.05) ? random.pick(RARE) : random.pick(GIVEN);
  return `${surname}${second}${random.chance(0.92) ? random.pick(GIVEN) : ''}`;
}

/** Eight digits are free; the ninth makes the sum divisible by ten (RULE-501). */
function idNumber(random: Random, sex: '1' | '2', serial: number): string {
  const body = `${random.pick(LETTERS)}${sex}${String(random.below(9) + 1)}${String(serial % 1_000_000).padStart(6, '0')}`;
  const rest = (idSum(`${body}0`) ?? 0) % 10;
  return `${body}${(10 - rest) % 10}`;
}

/**
 * @param serial tells people of one district apart; two people never share an id
 * @param entryYear ROC year of entering senior high: people are 15 that September
 */
export function person(random: Random, serial: number, entryYear: number): Person {
  const sex = random.chance(0.5) ? '1' : '2';
  const start = Date.UTC(entryYear + 1911 - 16, 8, 2);
  const birthDate = new Date(start + random.below(365) * 86_400_000).toISOString().slice(0, 10);
  return { idNumber: idNumber(random, sex, serial), birthDate, name: name(random), sex };
}
