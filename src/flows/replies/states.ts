/** What every reply of a term comes to today: refused and unchanged, corrected since, submitted anew, or not to be placed. */
import type { StudentKey, CanonicalRecord } from '../../core/record.ts';
import { parseTerm } from '../../core/term.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Digests } from '../check/digests.ts';
import type { Services } from '../services.ts';
import { termRosters } from '../submit/term-rosters.ts';
import { writerOf } from '../submit/writer.ts';
import { type CurrentRow, currentRows } from './current.ts';
import { assignedSubmission, keptReplies } from './kept.ts';
import { type PlacedReply, type PlacedRow, placeReplies, type Unplaced } from './place.ts';
import { ourRule, type ReplySettings } from './settings.ts';
import { packedWorkbooks, type PackedWorkbook } from './workbook.ts';

export type ReplyState = 'refused' | 'row-unchanged' | 'row-changed' | 'superseded' | 'roster' | 'unplaced';

/** One code or text of a reply; a reply may say several things of a row. */
export interface Said {
  readonly code: string;
  readonly text: string;
  /** Our rule that says the same; null where nobody has seen that it does. */
  readonly rule: string | null;
}

export interface ReplyStanding {
  readonly input: string;
  readonly file: string;
  readonly reply: CanonicalRecord;
  readonly state: ReplyState;
  readonly said: readonly Said[];
  /** Where it was placed, or why it was not. */
  readonly at: PlacedRow | Unplaced;
  readonly mapping: CompiledMapping | null;
  /** The record of today, where there is one. */
  readonly record: CanonicalRecord | null;
  readonly student: StudentKey | null;
  /** Number of the newest submission of that roster, where the reply speaks of an older one. */
  readonly newer: number | null;
}

const linesOf = (record: CanonicalRecord, field: string): readonly string[] => (typeof record[field] === 'string' ? (record[field] as string).split('\n') : []);

/** Codes and texts in pairs, as they stand; the exception stands for itself. */
export function saidOf(reply: CanonicalRecord, settings: ReplySettings): readonly Said[] {
  const [codes, messages, exceptions] = [linesOf(reply, 'codes'), linesOf(reply, 'messages'), linesOf(reply, 'exception')];
  const pairs = Array.from({ length: Math.max(codes.length, messages.length) }, (_, at) => ({ code: (codes[at] ?? '').trim(), text: (messages[at] ?? '').trim() }));
  if (exceptions.length > 0) pairs.push({ code: '', text: exceptions.join(' ').trim() });
  const told = pairs.filter(({ code, text }) => code !== '' || text !== '');
  return (told.length > 0 ? told : [{ code: '', text: String(reply['outcome'] ?? '') }]).map((pair) => ({ ...pair, rule: ourRule(settings, pair.code, pair.text) }));
}

/** The newest submission of the same roster and 名冊別, when it is newer than the one the reply speaks of. */
function newerThan({ workbook }: PlacedRow, workbooks: readonly PackedWorkbook[]): number | null {
  const newest = Math.max(...workbooks.filter(({ rosterType, roster }) => rosterType === workbook.rosterType && roster === workbook.roster).map(({ submission }) => submission.number));
  return newest > workbook.submission.number ? newest : null;
}

/** True when records of other types of the student differ from what was submitted; false where nothing tells. */
function touched(store: SchoolStore, term: string, { workbook }: PlacedRow, own: string, student: StudentKey | null, digests: Digests): boolean {
  const accepted = store.submission(term, workbook.submission.edition);
  if (student === null || accepted === null || accepted.key !== workbook.submission.key) return false;
  const ref = store.studentRef(student);
  const types = new Set([...Object.keys(accepted.digests), ...Object.keys(digests)]);
  return [...types].some((type) => type !== own && accepted.digests[type]?.[ref] !== digests[type]?.[ref]);
}

/** A reply that names no row speaks of the roster as a whole. */
const namesRow = ({ line }: CanonicalRecord): boolean => typeof line === 'number' && line > 0;

function stateOf(placed: PlacedReply, newer: number | null, current: CurrentRow | null, isTouched: () => boolean): ReplyState {
  if (typeof placed.at !== 'object') return namesRow(placed.reply) ? 'unplaced' : 'roster';
  if (newer !== null) return 'superseded';
  if (!current?.unchanged) return 'row-changed';
  return isTouched() ? 'row-unchanged' : 'refused';
}

/**
 * Every error reply of a term.
 *
 * @param digestsNow of the term's records as they are now; asked only where there are replies
 */
export async function replyStandings(services: Services, store: SchoolStore, term: string, settings: ReplySettings, digestsNow: () => Promise<Digests>): Promise<readonly ReplyStanding[]> {
  const kept = keptReplies(store, term);
  if (kept.length === 0) return [];
  const digests = await digestsNow();
  const workbooks = packedWorkbooks(services, store, term);
  const adapter = services.registry.adapter(termRosters(services.home.path).target);
  const mappingOf = ({ workbook, sheet }: PlacedRow): CompiledMapping | null => adapter && writerOf(adapter, workbook.roster, sheet.title, parseTerm(term)?.year ?? 0);
  const placed = (await Promise.all(kept.map((reply) => placeReplies(reply, workbooks, { lineCounts: settings.lineCounts, assigned: assignedSubmission(store, reply.input) })))).flat();
  const rows = placed.map((one) => {
    const at = typeof one.at === 'object' ? one.at : null;
    return { one, at, mapping: at && mappingOf(at), newer: at && newerThan(at, workbooks) };
  });
  const looked = rows.filter(({ at, mapping, newer }) => at !== null && mapping !== null && newer === null);
  const found = await currentRows(store, term, looked.map(({ at, mapping }) => ({ mapping: mapping!, header: at!.sheet.header, cells: at!.cells })));
  const current = new Map(looked.map((row, index) => [row, found[index]!]));
  return rows.map((row): ReplyStanding => {
    const { one, at, mapping, newer } = row;
    const now = current.get(row) ?? null;
    return {
      ...one, mapping, newer,
      state: stateOf(one, newer, now, () => at !== null && touched(store, term, at, mapping!.definition.record, now?.student ?? null, digests)),
      said: saidOf(one.reply, settings), record: now?.record ?? null, student: now?.student ?? null,
    };
  });
}
