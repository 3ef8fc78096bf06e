/** A fault: our failure or the machine's, for operators only, never in a school's report. */
import { EXIT, type FaultDefinition } from './faults/definition.ts';
import { portfolioFaults } from './faults/portfolio.ts';
import { receiptFaults } from './faults/receipt.ts';
import { sealFaults } from './faults/seal.ts';
import type { Bilingual, Params } from './problem.ts';

export { EXIT, type FaultDefinition, type WhoseMove } from './faults/definition.ts';

/** Every fault the program can raise; the text is a template over the fault's parameters. */
export const FAULTS = {
  'usage/unknown-command': {
    message: { 'zh-TW': '沒有「{command}」這個指令。', en: 'There is no command "{command}".' },
    fix: { 'zh-TW': '執行 licheng --help 看所有指令。', en: 'Run licheng --help for the list of commands.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'usage/bad-option': {
    message: { 'zh-TW': '選項有誤：{detail}', en: 'An option is wrong: {detail}' },
    fix: { 'zh-TW': '執行 licheng {command} --help 看用法與範例。', en: 'Run licheng {command} --help for usage and examples.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'home/missing': {
    message: { 'zh-TW': '找不到資料夾「{home}」，或它還不是 licheng 的工作資料夾。', en: 'The folder "{home}" does not exist or is not a licheng home yet.' },
    fix: { 'zh-TW': '執行 licheng init --home {home}，或以 --home / LICHENG_HOME 指定正確位置。', en: 'Run licheng init --home {home}, or name the right folder with --home or LICHENG_HOME.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'home/newer': {
    message: { 'zh-TW': '「{home}」由較新的版本（{found}）建立，此版本只認得 {known}。', en: '"{home}" was made by a newer version ({found}); this one knows {known}.' },
    fix: { 'zh-TW': '請升級 licheng。', en: 'Upgrade licheng.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'key/missing': {
    message: { 'zh-TW': '找不到主金鑰檔「{path}」。', en: 'The master key file "{path}" was not found.' },
    fix: { 'zh-TW': '放回金鑰檔，或以 LICHENG_MASTER_KEY_FILE 指定；遺失金鑰即無法解讀資料。', en: 'Put the key file back or name it with LICHENG_MASTER_KEY_FILE; without it the data cannot be read.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'key/wrong': {
    message: { 'zh-TW': '主金鑰與「{home}」的資料不符，或資料已損毀。', en: 'The master key does not fit the data in "{home}", or the data is damaged.' },
    fix: { 'zh-TW': '確認金鑰檔屬於這個工作資料夾；必要時由備份還原。', en: 'Check that the key file belongs to this home; restore from backup if need be.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'key/inside-home': {
    message: { 'zh-TW': '主金鑰檔「{path}」不可放在工作資料夾裡。', en: 'The master key file "{path}" must not lie inside the home.' },
    fix: { 'zh-TW': '把金鑰檔放到工作資料夾以外(最好是另一顆磁碟或金鑰管理服務)。', en: 'Keep the key file outside the home, best on another disk or in a secret store.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'key/exists': {
    message: { 'zh-TW': '「{path}」已經存在，不會覆寫。', en: '"{path}" exists already and is not overwritten.' },
    fix: { 'zh-TW': '沿用這個金鑰檔，或改用另一個路徑。', en: 'Use that key file, or name another path.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'key/invalid': {
    message: { 'zh-TW': '「{path}」不是 licheng 的主金鑰檔，或內容已損毀。', en: '"{path}" is not a master key file of licheng, or it is damaged.' },
    fix: { 'zh-TW': '由備份放回原來的金鑰檔；不要自行編輯。', en: 'Put the original key file back from backup; do not edit it.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'store/busy': {
    message: { 'zh-TW': '學校 {school} 正由另一個程序（{holder}）處理。', en: 'School {school} is being worked on by another process ({holder}).' },
    fix: { 'zh-TW': '等它結束再執行。', en: 'Wait for it to end and run again.' },
    exit: EXIT.busy, retryable: true, whoseMove: 'operator',
  },
  'store/damaged': {
    message: { 'zh-TW': '{what} 已損毀：{detail}', en: '{what} is damaged: {detail}' },
    fix: { 'zh-TW': '由備份還原該校資料夾。', en: 'Restore the school folder from backup.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'config/invalid': {
    message: { 'zh-TW': '設定檔 {file} 不合格：{detail}', en: 'The configuration file {file} is not valid: {detail}' },
    fix: { 'zh-TW': '依 schemas/config 的說明修正該處。', en: 'Correct that place as schemas/config describes.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'adapter/invalid': {
    message: { 'zh-TW': '轉接器 {adapter} 不合格：{detail}', en: 'The adapter {adapter} is not valid: {detail}' },
    fix: { 'zh-TW': '修正 {file}。', en: 'Correct {file}.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'vendor',
  },
  'adapter/unknown': {
    message: { 'zh-TW': '沒有叫「{id}」的系統；最接近的是「{nearest}」。', en: 'There is no system "{id}"; the nearest is "{nearest}".' },
    fix: { 'zh-TW': '以 licheng adapters 查看所有系統，改正 --system 或學校設定 school.json 的 systems。', en: 'See the systems with licheng adapters, and correct --system, or systems in the school\'s school.json.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'term/no-data': {
    message: { 'zh-TW': '學校 {school} 的 {term} 沒有任何資料（有資料的學期：{terms}）。', en: 'School {school} has no data of {term} (terms with data: {terms}).' },
    fix: { 'zh-TW': '確認學期，或先以 licheng import 讀入匯出檔。', en: 'Check the term, or take exports in with licheng import first.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'rules/none-run': {
    message: { 'zh-TW': '沒有任何規則被執行，不能視為通過。', en: 'No rule was run, so nothing can be called clean.' },
    fix: { 'zh-TW': '檢查安裝是否完整（src/rules）。', en: 'Check that the installation is complete (src/rules).' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'rules/threw': {
    message: { 'zh-TW': '規則 {rule} 執行失敗：{detail}', en: 'The rule {rule} failed: {detail}' },
    fix: { 'zh-TW': '回報給 licheng 的維護者；其他規則照常執行。', en: 'Report it to the maintainers of licheng; the other rules ran.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'rules/not-a-rule': {
    message: { 'zh-TW': '{file} 不是規則檔：{detail}', en: '{file} is not a rule: {detail}' },
    fix: { 'zh-TW': '每個 src/rules/<領域>/<名稱> 檔都要以 default 匯出一條規則；移走不是規則的檔案。', en: 'Every file src/rules/<area>/<slug> must export one rule as default; move anything else away.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'file/not-found': {
    message: { 'zh-TW': '找不到檔案「{file}」。', en: 'The file "{file}" was not found.' },
    fix: { 'zh-TW': '檢查路徑與權限。', en: 'Check the path and its permissions.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'file/exists': {
    message: { 'zh-TW': '「{file}」已經存在，不會覆寫。', en: '"{file}" exists already and is not overwritten.' },
    fix: { 'zh-TW': '改用另一個名稱或位置，或先把原有的移開。', en: 'Use another name or place, or move what is there away first.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'file/changing': {
    message: { 'zh-TW': '檔案「{file}」在讀取時仍被改寫。', en: 'The file "{file}" was being changed while it was read.' },
    fix: { 'zh-TW': '等檔案寫完後再執行。', en: 'Wait until the file is written, then run again.' },
    exit: EXIT.busy, retryable: true, whoseMove: 'operator',
  },
  'record/not-found': {
    message: { 'zh-TW': '找不到「{what}」。', en: '"{what}" was not found.' },
    fix: { 'zh-TW': '由報告或清單複製識別碼，再試一次。', en: 'Copy the identifier from the report or the list and try again.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/unknown-system': {
    message: { 'zh-TW': '沒有叫「{system}」的系統；最接近的是「{near}」。', en: 'There is no system "{system}"; the nearest is "{near}".' },
    fix: { 'zh-TW': '以 licheng adapters 查看所有系統，改正 --from 或 --to。', en: 'See the systems with licheng adapters, and correct --from or --to.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/unknown-edition': {
    message: { 'zh-TW': '「{system}」沒有「{edition}」這個版本；最接近的是「{near}」。', en: '"{system}" has no edition "{edition}"; the nearest is "{near}".' },
    fix: { 'zh-TW': '改正 --edition，或不指定，讓各學年度用當年的版本。', en: 'Correct --edition, or leave it out so that each school year is written in its own.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/not-reading': {
    message: { 'zh-TW': '「{system}」的檔案無法讀取，只能寫出。', en: 'Files of "{system}" cannot be read, only written.' },
    fix: { 'zh-TW': '改用這個系統能匯出、licheng 也能讀的格式。', en: 'Use another export of that system which licheng can read.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/not-writing': {
    message: { 'zh-TW': '「{system}」的檔案無法由轉換寫出。', en: 'A migration cannot write files of "{system}".' },
    fix: { 'zh-TW': '以 licheng adapters 查看能寫出的系統；或先轉成中央資料庫名冊，再由該系統匯入。', en: 'See with licheng adapters which systems can be written; or convert to the central database\'s rosters and import those there.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/no-school': {
    message: { 'zh-TW': '無法由檔案得知是哪一校（找到：{found}）。', en: 'The files do not say which one school they are of (found: {found}).' },
    fix: { 'zh-TW': '以 --school 指定學校代碼；別校的檔案會被退回。', en: 'Name the school code with --school; files of another school are then refused.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'migrate/not-proved': {
    message: { 'zh-TW': '轉換結果與原資料對不起來，沒有留下任何檔案：{detail}', en: 'The result does not add up with its source, and no file was left: {detail}' },
    fix: { 'zh-TW': '把這段訊息交給維護者；原始檔案未受影響。', en: 'Give this message to the maintainers; the source files are untouched.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'vendor',
  },
  'install/incomplete': {
    message: { 'zh-TW': '安裝不完整，缺少或無法讀取「{file}」。', en: 'The installation is incomplete: "{file}" is missing or cannot be read.' },
    fix: { 'zh-TW': '重新安裝 licheng。', en: 'Install licheng again.' },
    exit: EXIT.fault, retryable: false, whoseMove: 'operator',
  },
  'codes/unknown-list': {
    message: { 'zh-TW': '沒有「{list}」這個代碼表。', en: 'There is no code list "{list}".' },
    fix: { 'zh-TW': '執行 licheng codes 看所有代碼表。', en: 'Run licheng codes for the code lists there are.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  ...portfolioFaults,
  ...receiptFaults,
  ...sealFaults,
  'internal/unexpected': {
    message: { 'zh-TW': '程式發生未預期的錯誤：{detail}', en: 'The program met an unexpected error: {detail}' },
    fix: { 'zh-TW': '以 LICHENG_DEBUG=1 再執行一次，把訊息交給維護者；資料未受影響。', en: 'Run again with LICHENG_DEBUG=1 and give the message to the maintainers; the data is untouched.' },
    exit: EXIT.fault, retryable: true, whoseMove: 'operator',
  },
} as const satisfies Record<string, FaultDefinition>;

export type FaultCode = keyof typeof FAULTS;

export interface FaultOptions {
  readonly cause?: unknown;
  /** Parameters that are themselves texts, in both languages; `params` has them in English, for logs. */
  readonly words?: Readonly<Record<string, Bilingual>>;
}

export class Fault extends Error {
  readonly code: FaultCode;
  readonly params: Params;
  readonly words: Readonly<Record<string, Bilingual>>;

  constructor(code: FaultCode, params: Params = {}, { words = {}, ...options }: FaultOptions = {}) {
    super(code, options);
    this.name = 'Fault';
    this.code = code;
    this.params = params;
    this.words = words;
  }

  /** The parameters, those that are texts in the language asked for. */
  paramsIn(lang: keyof Bilingual): Params {
    return { ...this.params, ...Object.fromEntries(Object.entries(this.words).map(([name, text]) => [name, text[lang]])) };
  }

  get definition(): FaultDefinition {
    return FAULTS[this.code];
  }
}
