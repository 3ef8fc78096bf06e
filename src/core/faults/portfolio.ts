/** Faults about handing portfolios over and taking them in. */
import { EXIT, type FaultDefinition } from './definition.ts';

export const portfolioFaults = {
  'portfolio/unknown-student': {
    message: { 'zh-TW': '學校 {school} 沒有「{student}」這位學生的資料。', en: 'School {school} has no data of "{student}".' },
    fix: { 'zh-TW': '檢查身分證號與出生日期；名單一行一位，寫「身分證號 出生日期」。', en: 'Check id and birth date; a list has one student a line, as "id birth date".' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'portfolio/several-students': {
    message: { 'zh-TW': '「{student}」有 {count} 個出生日期，無法確定是哪一位。', en: '"{student}" has {count} birth dates, so it is not clear who is meant.' },
    fix: { 'zh-TW': '在身分證號後空一格寫出生日期。', en: 'Give the birth date after the id, divided by a blank.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'portfolio/no-password': {
    message: { 'zh-TW': '歷程交換資料必須加密碼才能交出。', en: 'A transfer package never leaves without a password.' },
    fix: { 'zh-TW': '以 --password-file 指定密碼檔，或在 school.json 設定 portfolioPasswordFile；密碼請另外告知對方。', en: 'Name a file with --password-file, or set portfolioPasswordFile in school.json; tell the receiver the password by another way.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'portfolio/list-name': {
    message: { 'zh-TW': '名單「{file}」的檔名沒有以接收學校的代碼開頭，或不是 4 MB 以下的 .txt、.csv 文字檔。', en: 'The name of the list "{file}" does not begin with the code of the receiving school, or it is not a text file (.txt, .csv) of at most 4 MB.' },
    fix: { 'zh-TW': '改名為「接收學校代碼.txt」，例如「014302.txt」；要指定格式時用「014302.exchange.txt」或「014302.sealed.txt」。', en: 'Rename it to "code of the receiving school.txt", such as "014302.txt"; "014302.exchange.txt" and "014302.sealed.txt" ask for a format.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'school',
  },
} as const satisfies Record<string, FaultDefinition>;
