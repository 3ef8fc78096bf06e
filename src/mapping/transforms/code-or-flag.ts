import { Remarked, transform } from '../transform.ts';
import { code } from './code.ts';

const BOOLEAN = /^(?:true|false)$/i;

export const codeOrFlag = transform({
  ...code,
  name: 'codeOrFlag',
  doc: {
    'zh-TW': '代碼；匯出檔寫成 True/False 時不猜測原來的代碼，留空並保留原文。',
    en: 'A code; where the export shows it as True or False the code is not guessed: left out, the text kept.',
  },
  parse: (text, kind, options) => (BOOLEAN.test(text) ? new Remarked(undefined, 'mapping/code-as-boolean') : code.parse(text, kind, options)),
});
