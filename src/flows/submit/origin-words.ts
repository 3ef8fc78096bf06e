/** How a pre-check workbook came about, for people. */
import type { Bilingual } from '../../core/problem.ts';
import { fill } from '../../core/text.ts';
import type { RosterOrigin, WrittenReason } from '../../core/roster-origin.ts';

const SAME: Bilingual = { 'zh-TW': '學校原檔 {file}，名冊別本來就是 {before}，一個位元組都沒有改', en: "the school's own file {file}, whose 名冊別 was {before} already: not a byte changed" };
const EDITED: Bilingual = { 'zh-TW': '學校原檔 {file}，只把封面 {cell} 的名冊別由 {before} 改掉（{parts}），其餘原封不動', en: "the school's own file {file}: only 名冊別 in {cell} of the cover was changed from {before} ({parts}), all else is as it was" };
const SET_ASIDE: Bilingual = { 'zh-TW': '；檔內有 {number} 列未匯入，仍在檔案裡', en: '; {number} rows that were not taken in are in it still' };
const WRITTEN: Bilingual = { 'zh-TW': '由匯入的資料重新產生，不是學校原檔：{why}', en: "written from the records, not the school's own file: {why}" };

const REASONS: Readonly<Record<WrittenReason, Bilingual>> = {
  'several-files': { 'zh-TW': '成績分在幾個檔案裡', en: 'the scores are in several files' },
  'not-a-workbook': { 'zh-TW': '來源不是 Excel 活頁簿', en: 'the source is no workbook' },
  'other-rosters': { 'zh-TW': '檔案裡還有其他名冊', en: 'the file holds other rosters too' },
  'other-layout': { 'zh-TW': '欄名或分頁不是成績名冊的格式', en: 'its sheets or columns are not those of the score roster' },
  'partly-replaced': { 'zh-TW': '檔案裡有些列後來被別的檔案取代', en: 'some of its rows were replaced by another file since' },
  unreadable: { 'zh-TW': '檔案無法完整讀取', en: 'it cannot be read whole' },
  'no-cover': { 'zh-TW': '封面沒有「名冊別」或不只一列', en: 'its cover has no roster type (名冊別) or more than one row' },
  cell: { 'zh-TW': '封面的名冊別是公式、空白或含多種格式，無法只改這一格', en: '名冊別 is a formula, blank or in pieces and cannot be changed by itself' },
  signed: { 'zh-TW': '活頁簿有數位簽章，改動會使簽章失效', en: 'it is signed, and a change would break the signature' },
  archive: { 'zh-TW': '檔案的壓縮方式無法逐位元組保留', en: 'its archive cannot be kept byte for byte' },
};

const filled = (template: Bilingual, params: Readonly<Record<string, string | number>>): Bilingual => ({ 'zh-TW': fill(template['zh-TW'], params), en: fill(template.en, params) });

/** One sentence without its full stop. */
export function originWords(origin: RosterOrigin): Bilingual {
  if (origin.from === 'records') return { 'zh-TW': fill(WRITTEN['zh-TW'], { why: REASONS[origin.reason]['zh-TW'] }), en: fill(WRITTEN.en, { why: REASONS[origin.reason].en }) };
  const { file, before, cell, parts, setAside } = origin;
  const said = filled(parts.length === 0 ? SAME : EDITED, { file, before, cell, parts: parts.join(', ') });
  const more = setAside === 0 ? { 'zh-TW': '', en: '' } : filled(SET_ASIDE, { number: setAside });
  return { 'zh-TW': said['zh-TW'] + more['zh-TW'], en: said.en + more.en };
}
