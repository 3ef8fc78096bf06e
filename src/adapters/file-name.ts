/** What a file's name says: the central database's and the ministry's conventions (rosters, file conventions). */
import { termOf } from '../core/term.ts';
import { plainSchoolCode, type SchoolCodeForm } from '../mapping/school-code-form.ts';

export interface FileName {
  readonly school: string | null;
  /** `114-1`. */
  readonly term: string | null;
  readonly roster: string | null;
  /** 分頁, for one sheet alone as CSV. */
  readonly sheet: string | null;
  /** 名冊別, where the name carries the number instead of the words. */
  readonly rosterType: string | null;
}

const SCHOOL = /^[0-9]{2}[0-9A-Z]{2}[0-9]{2}$/;
/** `第一梯次` and the like stand before the roster's name in files of the third grade. */
const BATCH = /^第[一二]梯次(?:高三)?/;

/** Base name without folders, ZIP prefix and extension. */
function baseName(file: string): string {
  const base = file.split(/[/\\!]/).at(-1) ?? file;
  return base.replace(/\.(?:csv|xlsx|xls|txt|json|xml)$/i, '');
}

const isRoster = (part: string): boolean => part.endsWith('名冊');

/**
 * Reads `114_1_學生成績名冊_學期成績.csv`, `011301_114_1_學生成績名冊.xlsx`,
 * `01_學業表現上傳資料__3_學生成績名冊.xlsx`, `011301_114_1_24_20250901_10_20_30.xlsx` and plain `學期成績.csv`.
 * What the name does not say is null.
 *
 * @param schoolCode how the system writes school codes
 */
export function parseFileName(file: string, schoolCode: SchoolCodeForm = {}): FileName {
  let rest = baseName(file).normalize('NFC').trim();
  rest = rest.slice(rest.lastIndexOf('__') + 1).replace(/^_+/, '');
  const parts = rest.split('_').map((part) => part.trim()).filter((part) => part !== '');

  const code = plainSchoolCode(parts[0] ?? '', schoolCode);
  const school = SCHOOL.test(code) ? code : null;
  if (school !== null) parts.shift();
  const term = termOf(parts[0] ?? '', parts[1] ?? '');
  if (term !== null) parts.splice(0, 2);
  const numbered = /^\d{1,2}$/.test(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  // A number before words is the file's place in its folder; before a time stamp it is the 名冊別.
  const rosterType = numbered !== null && (parts.length === 0 || /^\d{8}$/.test(parts[0] ?? '')) ? numbered : null;

  const words = parts.filter((part) => !/^\d+$/.test(part) && part !== 'de').map((part) => part.replace(BATCH, ''));
  const [first = null, second = null] = words;
  if (first !== null && second === null && !isRoster(first)) return { school, term, roster: null, sheet: first, rosterType };
  return { school, term, roster: first, sheet: second, rosterType };
}
