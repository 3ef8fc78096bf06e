import { EXIT, Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { sayProblems, shownProblem } from '../problem-text.ts';
import { command } from '../command.ts';
import { SCHOOL, TODAY } from '../options.ts';
import { openServices } from '../services.ts';
import { KEY_ACTIONS } from './keys.ts';

export default command({
  name: 'seal',
  summary: { 'zh-TW': '管理各校的金鑰：簽章與封裝歷程交換資料用', en: 'keep school keys, by which portfolios for other schools are signed and sealed' },
  usage: [
    'seal keys list [--school CODE]',
    'seal keys create --school CODE [--valid-to YYYY-MM-DD]',
    'seal keys export --school CODE --out FILE',
    'seal keys trust FILE [--fingerprint TEXT] [--by NAME]',
    'seal keys revoke FINGERPRINT --reason TEXT [--by NAME]',
  ],
  takes: 3,
  options: {
    school: SCHOOL,
    'valid-to': { type: 'string', value: 'YYYY-MM-DD', help: { 'zh-TW': '金鑰的最後一天，預設兩年後', en: 'last day of the key; two years from now by default' } },
    out: { type: 'string', value: 'FILE', help: { 'zh-TW': '寫出的公開金鑰檔，可交給任何人', en: 'public key to write; anybody may have it' } },
    fingerprint: { type: 'string', value: 'TEXT', help: { 'zh-TW': '以電話向對方核對過的指紋；由已信任的金鑰背書的新金鑰不需要', en: 'the fingerprint as compared over the telephone; not needed where a trusted key speaks for the new one' } },
    reason: { type: 'string', value: 'TEXT', help: { 'zh-TW': '廢止的原因', en: 'why it is revoked' } },
    by: { type: 'string', value: 'NAME', help: { 'zh-TW': '決定的人，預設為登入帳號', en: 'who decides; the login name by default' } },
    today: TODAY,
  },
  examples: [
    { line: 'seal keys create --school 014302', says: { 'zh-TW': '建立一把；已有金鑰時即為換發，舊的仍可開啟舊封裝', en: 'make one; where there is one already this is a rotation, and the old one still opens what was sealed to it' } },
    { line: 'seal keys export --school 014302 --out 014302.key.json', says: { 'zh-TW': '匯出公開金鑰交給對方學校', en: 'export the public key for other schools' } },
    { line: 'seal keys trust 024301.key.json --fingerprint "ab12 cd34 …"', says: { 'zh-TW': '以電話核對指紋後，信任對方的金鑰', en: "trust another school's key after its fingerprint was compared by telephone" } },
    { line: 'seal keys revoke ab12… --reason 金鑰外洩', says: { 'zh-TW': '廢止本校或對方的金鑰', en: 'revoke a key, own or other' } },
  ],
  async run(context) {
    const [what = 'keys', name = 'list', argument] = context.positionals;
    const action = what === 'keys' && Object.hasOwn(KEY_ACTIONS, name) ? KEY_ACTIONS[name] : undefined;
    if (!action) throw new Fault('usage/bad-option', { command: 'seal', detail: context.positionals.join(' ') });
    await using services = await openServices(context);
    try {
      return await action(context, services, argument);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const problem = shownProblem(error.problem, context.lang);
      sayProblems(context, [problem]);
      context.result({ file: error.problem.file ?? null, ...problem });
      return EXIT.errorsFound;
    }
  },
});
