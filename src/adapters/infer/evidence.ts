/** What the cells of a column say about what it is. */
import { isSchoolCode } from '../../core/school-code.ts';
import { parseCourseCode } from '../../core/course-code.ts';
import { idIsValid, normaliseId } from '../../core/national-id.ts';
import type { Bilingual } from '../../core/problem.ts';
import type { Cells, ChosenWay } from './ways.ts';

export interface Evidence {
  /** 0 against, 1 for; null when the cells say nothing. */
  readonly support: number | null;
  /** True when cells of this shape are hardly anything else, whatever the header says. */
  readonly telling: boolean;
  readonly why: Bilingual | null;
}

interface Shape {
  readonly fits: (text: string) => boolean;
  readonly telling: boolean;
  readonly words: Bilingual;
}

const NAME = /^\p{Script=Han}{2,5}$/u;

/** Fields whose cells have a shape of their own. */
const SHAPES: Readonly<Record<string, Shape>> = {
  idNumber: { fits: (text) => idIsValid(normaliseId(text)), telling: true, words: { 'zh-TW': '是檢查碼正確的證號', en: 'are ids with a correct check sum' } },
  courseCode: { fits: (text) => parseCourseCode(text) !== null, telling: true, words: { 'zh-TW': '是 23 碼課程代碼', en: 'are course codes of 23 characters' } },
  homeSchool: { fits: isSchoolCode, telling: false, words: { 'zh-TW': '是 6 碼學校代碼', en: 'are school codes of 6 characters' } },
  hostSchool: { fits: isSchoolCode, telling: false, words: { 'zh-TW': '是 6 碼學校代碼', en: 'are school codes of 6 characters' } },
  courseSchool: { fits: isSchoolCode, telling: false, words: { 'zh-TW': '是 6 碼學校代碼', en: 'are school codes of 6 characters' } },
  name: { fits: (text) => NAME.test(text), telling: false, words: { 'zh-TW': '像姓名', en: 'look like names' } },
  studentName: { fits: (text) => NAME.test(text), telling: false, words: { 'zh-TW': '像姓名', en: 'look like names' } },
};

/** True for fields that can be known by their cells alone. */
export function isTelling(to: string): boolean {
  return Object.hasOwn(SHAPES, to) && SHAPES[to]!.telling;
}

function told(share: number, words: Bilingual): Bilingual {
  const percent = `${Math.floor(share * 100)}%`;
  return { 'zh-TW': `${percent} 的值${words['zh-TW']}`, en: `${percent} of the values ${words.en}` };
}

const CODE = /^[\x21-\x7e]+$/;

/** Weighs the cells for a field, given the best way to read them. */
export function evidenceFor(to: string, { texts }: Cells, { share, way }: ChosenWay): Evidence {
  if (texts.length === 0) return { support: null, telling: false, why: null };
  const shape = Object.hasOwn(SHAPES, to) ? SHAPES[to] : undefined;
  if (shape) {
    const support = texts.filter(shape.fits).length / texts.length;
    return { support, telling: shape.telling, why: told(support, shape.words) };
  }
  if (way.transform === 'code') {
    const codes = texts.filter((text) => CODE.test(text)).length / texts.length;
    // Looking like a code says little; not looking like one says that it is none.
    return codes >= 0.5 ? { support: null, telling: false, why: null } : { support: codes, telling: false, why: told(codes, { 'zh-TW': '像代碼', en: 'look like codes' }) };
  }
  return share === null ? { support: null, telling: false, why: null } : { support: share, telling: false, why: told(share, { 'zh-TW': '讀得進來', en: 'can be read' }) };
}
