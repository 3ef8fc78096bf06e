/**
 * A central database that does not keep what it was sent: rows dropped, altered, doubled or invented by seed. It says what
 * it did, so that a test can hold the comparison against it. And one that keeps everything and only writes it otherwise,
 * in which nothing may be found.
 */
import { createHash } from 'node:crypto';
import { type Random, seeded } from '../src/cli/demo/district/random.ts';
import { kindOf, type Receipt, type Row, type Student, studentsOf } from './central-database.ts';

/** One thing the central database did to what it was sent. */
export interface Seeded {
  readonly kind: string;
  readonly sheet: string;
  readonly idNumber: string;
  readonly type: 'ours-only' | 'theirs-only' | 'unequal';
  /** Header of the altered cell. */
  readonly field?: string;
  readonly value?: string;
}

export interface Spoilt {
  /** By kind: what the JSON files hold. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly seeded: readonly Seeded[];
}

/** Fields whose change leaves a row recognisable: what it is about stands in the others. */
const ALTERABLE = ['學期學業成績', '補修成績', '重修成績', '抵免後成績', '第一次補考成績', '擔任職務說明', '幹部等級', '成果簡述', '內容簡述'];

const altered = (text: string): string => (/^-?\d+(?:\.\d+)?$/.test(text) ? String(text === '77' ? 78 : 77) : `${text}（改）`);

type What = Pick<Seeded, 'type' | 'field' | 'value'>;

/** What becomes of one row, and what there is to say of it. */
function spoiltRow(row: Row, random: Random, share: number): { rows: Row[]; done: What[] } {
  if (random.chance(share)) return { rows: [], done: [{ type: 'ours-only' }] };
  if (row['文件檔案MD5'] && random.chance(share)) {
    return { rows: [{ ...row, 文件檔案MD5: createHash('md5').update(String(row['文件檔案MD5'])).digest('hex') }], done: [{ type: 'unequal', field: '文件檔案MD5' }] };
  }
  const field = ALTERABLE.find((one) => one in row && row[one] !== '' && row[one] !== '-1');
  if (field !== undefined && random.chance(share)) {
    const value = altered(String(row[field]));
    return { rows: [{ ...row, [field]: value }], done: [{ type: 'unequal', field, value }] };
  }
  if ('課程代碼' in row && random.chance(share)) {
    return { rows: [row, { ...row, 課程代碼: `${String(row['課程代碼']).slice(0, 21)}99`, 科目名稱: '「沒有提交的 {科目}」' }], done: [{ type: 'theirs-only' }] };
  }
  return random.chance(share / 2) ? { rows: [row, row], done: [{ type: 'theirs-only' }] } : { rows: [row], done: [] };
}

/** Drops, alters, doubles and invents rows, and drops students altogether, by seed; says what it did. */
export function spoil(receipts: Readonly<Record<string, Receipt>>, seed: string, share = 0.03): Spoilt {
  const random = seeded(seed);
  const done: Seeded[] = [];
  const spoilt = Object.entries(receipts).map(([name, receipt]): [string, Receipt] => {
    const kind = name.replace(/^(第.梯次)(.*)$/, '$2（$1）');
    const students = studentsOf(receipt).map((student): Student => {
      const { 身分證號, 出生日期, ...sheets } = student;
      const isLost = random.chance(share / 3);
      const lists = Object.entries(sheets).map(([sheet, list]): [string, Row[]] => [sheet, (list as Row[]).flatMap((row) => {
        const outcome = isLost ? { rows: [], done: [{ type: 'ours-only' as const }] } : spoiltRow(row, random, share);
        done.push(...outcome.done.map((one) => ({ kind, sheet, idNumber: 身分證號, ...one })));
        return outcome.rows;
      })]);
      return { 身分證號, 出生日期, ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)) };
    });
    return [name, { ...receipt, [kindOf(receipt)]: students.filter((student) => Object.keys(student).length > 2) }];
  });
  return { receipts: Object.fromEntries(spoilt), seeded: done };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** Columns of numbers, in which `85`, `85.0` and the JSON number say the same. */
const NUMBERS = new Set(['學期學業成績', '補考成績', '補修成績', '重修成績', '抵免後成績', '第一次補考成績', '第二次補考成績', '修課學分', '開課年級']);

function otherCell(header: string, cell: unknown, random: Random): unknown {
  const text = String(cell);
  if (text === '') return random.chance(0.5) ? null : '';
  if (NUMBERS.has(header) && /^\d+$/.test(text) && random.chance(0.5)) return random.chance(0.5) ? Number(text) : `${text}.0`;
  return random.chance(0.1) ? ` ${text} ` : text;
}

const otherRow = (row: Row, random: Random): Row => Object.fromEntries(shuffled(Object.entries(row), random).map(([header, cell]) => [header, otherCell(header, cell, random)]));

/** `0980504` in the ways dates of birth are known to be written. */
const DATES: readonly ((year: string, month: string, day: string) => string)[] = [
  (year, month, day) => `${year}${month}${day}`,
  (year, month, day) => `${Number(year) + 1911}/${month}/${day}`,
  (year, month, day) => `${Number(year) + 1911}/${Number(month)}/${Number(day)} 上午 12:00:00`,
];

/** The same facts, written otherwise: other orders of students, lists, rows and keys, other spellings of numbers, blanks and dates. */
export function reworded(receipts: Readonly<Record<string, Receipt>>, seed: string): Record<string, Receipt> {
  const random = seeded(`${seed} otherwise`);
  return Object.fromEntries(Object.entries(receipts).map(([name, receipt]): [string, Receipt] => {
    const written = random.pick(DATES);
    const students = shuffled(studentsOf(receipt), random).map(({ 身分證號, 出生日期, ...sheets }): Student => ({
      身分證號: random.chance(0.2) ? 身分證號.toLowerCase() : 身分證號,
      出生日期: written(出生日期.slice(0, 3), 出生日期.slice(3, 5), 出生日期.slice(5)),
      ...Object.fromEntries(shuffled(Object.entries(sheets), random).map(([sheet, rows]) => [sheet, shuffled(rows as Row[], random).map((row) => otherRow(row, random))])),
    }));
    return [name, { ...receipt, [kindOf(receipt)]: students }];
  }));
}
