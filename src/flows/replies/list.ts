/** A school's official replies as a person looks them up: file by file, with what became of each row. */
import type { CanonicalRecord } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import { digestsOf } from '../check/digests.ts';
import type { Services } from '../services.ts';
import { gapsOf, type ReplyGap } from './gaps.ts';
import { keptReplies, type KeptReply, replyTerms } from './kept.ts';
import { replySettings } from './settings.ts';
import { type ReplyStanding, replyStandings } from './states.ts';

export interface ReplyFile extends KeptReply {
  /** What was said of the upload as a whole; null where the file does not say it. */
  readonly status: CanonicalRecord | null;
  readonly standings: readonly ReplyStanding[];
}

export interface TermReplies {
  readonly term: string;
  readonly files: readonly ReplyFile[];
  readonly gaps: readonly ReplyGap[];
}

/** @param asked one term; null for every term with replies */
export async function listReplies(services: Services, store: SchoolStore, asked: string | null): Promise<readonly TermReplies[]> {
  const settings = replySettings(services.home.path, services.rules);
  const found: TermReplies[] = [];
  for (const term of replyTerms(store).filter((one) => asked === null || one === asked)) {
    const standings = await replyStandings(services, store, term, settings, () => digestsOf(store.students(term)));
    const files = keptReplies(store, term).map((kept) => ({
      ...kept,
      status: kept.records.find(({ kind }) => kind === 'status') ?? null,
      standings: standings.filter(({ input }) => input === kept.input),
    }));
    found.push({ term, files, gaps: gapsOf(standings) });
  }
  return found;
}
