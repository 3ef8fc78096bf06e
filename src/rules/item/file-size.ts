/** Files larger than the central database takes. */
import { parseTerm } from '../../core/term.ts';
import { filesToSubmit } from '../items.ts';
import { numberOf, numberParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** `108-2` → 10820; a whole year counts as its second term. */
function order(term: string): number {
  const parsed = parseTerm(term);
  return parsed ? parsed.year * 10 + (parsed.part === 0 ? 2 : parsed.part) : 0;
}

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '檔案太大', en: 'The file is too large' },
  message: {
    'zh-TW': '檔案有 {size} 位元組，{term} 上傳的上限是 {limit} 位元組。',
    en: 'The file has {size} bytes; the limit for one uploaded in {term} is {limit}.',
  },
  why: {
    'zh-TW': '文件 4 MB、影音 10 MB（109 學年度第 1 學期起；之前為 2 MB、5 MB）。公開資料未說明單位是 1,000 或 1,024，因此介於兩者之間的只提醒。',
    en: 'Documents 4 MB, audio and video 10 MB (since 109-1; 2 and 5 before). No text says whether a MB is 1,000² or 1,024² bytes, so what lies between is a warning only.',
  },
  fix: {
    'zh-TW': '請學生壓縮檔案（降低圖片解析度、影片位元率）後重新上傳；課程學習成果更換檔案後須重新認證。',
    en: 'Have the student make the file smaller (resolution of pictures, bit rate of videos) and upload it again; a course work then has to be certified again.',
  },
  source: ['RULE-205', 'RULE-206'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  params: { since: '109-1', document: 4_194_304, documentSure: 4_000_000, documentBefore: 2_097_152, media: 10_485_760, mediaSure: 10_000_000, mediaBefore: 5_242_880 },
  *check(records, key, context) {
    const { params } = context;
    for (const { item: { record }, file } of filesToSubmit(records, key, context)) {
      const size = numberOf(file.attachment, 'size') ?? 0;
      const term = textOf(record, 'uploadedTerm') ?? record.term;
      const before = order(term) < order(String(params['since']));
      const limit = numberParam(params, before ? `${file.kind}Before` : file.kind);
      const sure = before ? limit : numberParam(params, `${file.kind}Sure`);
      if (size <= sure) continue;
      yield { record, field: file.field, severity: size > limit ? 'error' : 'warning', params: { size, term, limit: size > limit ? limit : sure } };
    }
  },
});
