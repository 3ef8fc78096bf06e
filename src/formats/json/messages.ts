/** Words for schema errors, in the two languages of the product. */
import type { Bilingual, Params } from '../../core/problem.ts';
import { fill } from '../../core/text.ts';

/** Templates by keyword; `{at}` is the place, the other names are the keyword's own parameters. */
const TEMPLATES: Readonly<Record<string, Bilingual>> = {
  required: { 'zh-TW': '{at} 缺少「{missingProperty}」。', en: '{at} lacks "{missingProperty}".' },
  additionalProperties: { 'zh-TW': '{at} 不該有「{additionalProperty}」。', en: '{at} must not have "{additionalProperty}".' },
  type: { 'zh-TW': '{at} 的型別應為 {type}。', en: '{at} must be of type {type}.' },
  enum: { 'zh-TW': '{at} 必須是下列之一：{allowedValues}。', en: '{at} must be one of {allowedValues}.' },
  const: { 'zh-TW': '{at} 必須是 {allowedValue}。', en: '{at} must be {allowedValue}.' },
  pattern: { 'zh-TW': '{at} 的寫法不符 {pattern}。', en: '{at} does not match {pattern}.' },
  minLength: { 'zh-TW': '{at} 至少要 {limit} 個字元。', en: '{at} must have at least {limit} characters.' },
  maxLength: { 'zh-TW': '{at} 最多 {limit} 個字元。', en: '{at} must have at most {limit} characters.' },
  minimum: { 'zh-TW': '{at} 不得小於 {limit}。', en: '{at} must not be less than {limit}.' },
  maximum: { 'zh-TW': '{at} 不得大於 {limit}。', en: '{at} must not be more than {limit}.' },
  minItems: { 'zh-TW': '{at} 至少要 {limit} 項。', en: '{at} must have at least {limit} items.' },
  maxItems: { 'zh-TW': '{at} 最多 {limit} 項。', en: '{at} must have at most {limit} items.' },
  minProperties: { 'zh-TW': '{at} 至少要 {limit} 個欄位。', en: '{at} must have at least {limit} properties.' },
  maxProperties: { 'zh-TW': '{at} 最多 {limit} 個欄位。', en: '{at} must have at most {limit} properties.' },
  propertyNames: { 'zh-TW': '{at} 的欄位名稱「{propertyName}」不合格。', en: '{at} has a property name that is not allowed: "{propertyName}".' },
  uniqueItems: { 'zh-TW': '{at} 有重複的項目。', en: '{at} has an item twice.' },
};

const OTHER: Bilingual = { 'zh-TW': '{at} 不符 {keyword} 的要求。', en: '{at} does not meet {keyword}.' };
const WHOLE: Bilingual = { 'zh-TW': '整份資料', en: 'The document' };

/** What is wrong at a JSON Pointer, from the failed keyword and its parameters. */
export function messageOf(keyword: string, params: Readonly<Record<string, unknown>>, path: string): Bilingual {
  const template = TEMPLATES[keyword] ?? OTHER;
  const words: Params = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value)]));
  return {
    'zh-TW': fill(template['zh-TW'], { ...words, keyword, at: path || WHOLE['zh-TW'] }),
    en: fill(template.en, { ...words, keyword, at: path || WHOLE.en }),
  };
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
