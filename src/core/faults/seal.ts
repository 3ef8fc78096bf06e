/** Faults about school keys. */
import { EXIT, type FaultDefinition } from './definition.ts';

export const sealFaults = {
  'seal/no-key': {
    message: { 'zh-TW': '學校 {school} 沒有今天可用的金鑰。', en: 'School {school} has no key that may be used today.' },
    fix: { 'zh-TW': '執行 licheng seal keys create --school {school}，再把匯出的公開金鑰交給對方學校。', en: 'Run licheng seal keys create --school {school}, then give the exported public key to the other school.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'seal/unknown-receiver': {
    message: { 'zh-TW': '沒有學校 {school} 的可用公開金鑰，無法封裝給它。', en: 'There is no usable public key of school {school} to seal a package to.' },
    fix: { 'zh-TW': '請對方以 licheng seal keys export 匯出公開金鑰，再以 licheng seal keys trust 信任；或改用 --format exchange。', en: 'Ask that school for its public key (licheng seal keys export) and trust it with licheng seal keys trust; or use --format exchange.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'seal/not-compared': {
    message: { 'zh-TW': '這是學校 {school} 的新金鑰，指紋為 {fingerprint}，尚未核對。', en: 'This is a new key of school {school}, fingerprint {fingerprint}, which nobody has compared yet.' },
    fix: { 'zh-TW': '以電話請對方唸出指紋，相同時加上 --fingerprint 再執行一次。', en: 'Have the other school read its fingerprint out over the telephone; when it is the same, run again with --fingerprint.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'seal/other-fingerprint': {
    message: { 'zh-TW': '指紋不符：核對的是 {given}，檔案裡學校 {school} 的金鑰是 {found}。', en: 'The fingerprint differs: compared was {given}, the key of school {school} in the file has {found}.' },
    fix: { 'zh-TW': '不要信任這個檔案；請對方重新匯出並重新核對。', en: 'Do not trust this file; ask for a new export and compare again.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'seal/revoked': {
    message: { 'zh-TW': '學校 {school} 的金鑰 {fingerprint} 已廢止（{reason}），不能再信任。', en: 'The key {fingerprint} of school {school} was revoked ({reason}) and cannot be trusted again.' },
    fix: { 'zh-TW': '請對方建立新的金鑰。', en: 'Ask the other school to make a new key.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
  'seal/own-school': {
    message: { 'zh-TW': '學校 {school} 就在這個工作資料夾裡，它的金鑰由這裡管理。', en: 'School {school} is one of this home, and its keys are kept here.' },
    fix: { 'zh-TW': '不需要信任；以 licheng seal keys list 查看。', en: 'There is nothing to trust; see licheng seal keys list.' },
    exit: EXIT.usage, retryable: false, whoseMove: 'operator',
  },
} as const satisfies Record<string, FaultDefinition>;
