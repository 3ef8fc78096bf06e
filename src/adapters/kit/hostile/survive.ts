/** Reads a spoilt file as intake would and says what must not have happened. */
import type { Bilingual } from '../../../core/problem.ts';
import { PROBLEMS } from '../../../core/problems/index.ts';
import { memorySource } from '../../../formats/bytes.ts';
import type { Registry } from '../../registry.ts';
import { both } from '../check.ts';
import { openAll } from '../open-all.ts';
import { type FileOutcome, fileOutcome } from '../outcome.ts';
import type { Variant } from './variants.ts';

/** Every code said about a file, and whether it was read without a row too few. */
function tally({ problems, tables }: FileOutcome): { codes: readonly string[]; lost: boolean; unread: boolean } {
  const codes = [...problems, ...tables.flatMap(({ rejected, remarks, refused }) => [...rejected, ...remarks, ...(refused ? [refused] : [])])].map(({ code }) => code);
  const lost = tables.some(({ mapping, rows, records, rejected, refused }) => mapping !== null && !refused && records.length + rejected.length !== rows.length);
  return { codes, lost, unread: tables.every(({ mapping }) => mapping === null) };
}

/** What went wrong; null when the file ended as it must: read, or refused with a code. */
export async function surviving({ what, name, bytes, mustComplain }: Variant, registry: Registry): Promise<Bilingual | null> {
  const codes: string[] = [];
  let heard = false;
  try {
    for await (const opened of openAll(memorySource(bytes), name, registry)) {
      if (!('file' in opened)) {
        codes.push(opened.problem.code);
        continue;
      }
      const { codes: said, lost, unread } = tally(await fileOutcome(opened.file, registry));
      if (lost) return both(`${what['zh-TW']}：有資料列不見了。`, `${what.en}: rows were lost.`);
      codes.push(...said);
      // A file no mapping is for is set aside by intake, with a code of its own.
      heard ||= unread;
    }
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    return both(`${what['zh-TW']}：程式中斷（${kind}）。`, `${what.en}: ended in an error that is no coded problem (${kind}).`);
  }
  const unknown = codes.find((code) => !Object.hasOwn(PROBLEMS, code));
  if (unknown !== undefined) return both(`${what['zh-TW']}：沒有「${unknown}」這個問題代碼。`, `${what.en}: there is no problem code ${unknown}.`);
  if (mustComplain && codes.length === 0 && !heard) return both(`${what['zh-TW']}：讀了進來，卻什麼都沒說。`, `${what.en}: read without a word.`);
  return null;
}
