/** Filling message templates. */
import type { Bilingual, Params } from './problem.ts';

export type Lang = 'zh-TW' | 'en';

/** `{name}` is replaced by the parameter of that name; an unknown name stays as it is, so that a typo shows. */
export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

/** One language's text, its parameters filled in. */
export function textIn(lang: Lang, text: Bilingual, params: Params = {}): string {
  return fill(text[lang], params);
}
