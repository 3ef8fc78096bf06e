/** Faults about receipts. */
import { EXIT, type FaultDefinition } from './definition.ts';

export const receiptFaults = {
  'receipt/sheets-inside-home': {
    message: { 'zh-TW': '核對單含姓名與成績，不能寫進工作資料夾（{folder}）。', en: 'Sheets hold names and scores in clear and are not written into the working folder ({folder}).' },
    fix: { 'zh-TW': '以 --out 或 --sheets 指定 {home} 以外、只有承辦人看得到的資料夾。', en: 'Name a folder outside {home} with --out or --sheets, one that only those in charge can read.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
} as const satisfies Record<string, FaultDefinition>;
