/** What is wrong with a school's policy: waivers that no longer do anything. */
import type { ProblemDefinition } from '../problem.ts';

export const policyProblems = {
  'policy/waiver-expired': {
    severity: 'warning',
    title: { 'zh-TW': '豁免已到期', en: 'A waiver has expired' },
    message: {
      'zh-TW': '規則 {rule} 的豁免（核准人：{by}）已於 {expires} 到期，不再生效。',
      en: 'The waiver for rule {rule}, granted by {by}, expired on {expires} and no longer applies.',
    },
    why: {
      'zh-TW': '豁免必須有期限；到期後該規則的問題恢復原來的嚴重程度，可能因此擋下送件。',
      en: 'A waiver has an end. After it, findings of the rule count again and may shut the gate.',
    },
    fix: {
      'zh-TW': '修正資料後刪除這筆豁免；若仍有需要，請重新核准並設定新的期限。',
      en: 'Correct the data and delete the waiver, or have it granted again with a new date.',
    },
    effect: 'none',
  },
  'policy/waiver-unused': {
    severity: 'warning',
    title: { 'zh-TW': '豁免沒有用到', en: 'A waiver matched nothing' },
    message: {
      'zh-TW': '規則 {rule} 的豁免（核准人：{by}，期限 {expires}）這次沒有對應到任何問題。',
      en: 'The waiver for rule {rule}, granted by {by} until {expires}, matched no finding in this check.',
    },
    why: {
      'zh-TW': '問題可能已經修正，也可能是規則代碼打錯；留著不用的豁免，日後會掩蓋新的問題。',
      en: 'The data may have been corrected, or the rule id may be misspelt; left in place it would hide new problems.',
    },
    fix: {
      'zh-TW': '確認規則代碼無誤；問題既已解決，就刪除這筆豁免。',
      en: 'Check the rule id; if the problem is solved, delete the waiver.',
    },
    effect: 'none',
  },
} as const satisfies Record<string, ProblemDefinition>;
