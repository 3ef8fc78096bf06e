/** Where each of a student's works and performances of a school year stands, by what the records say of it. */
import type { CanonicalRecord } from '../record.ts';
import { parseTerm } from '../term.ts';
import { contentOf, isOfficial } from './content.ts';
import type { EarlierItems } from './earlier.ts';
import { type Certified, certificationOf, evidenceOf, FAILED, PASSED, textOf } from './evidence.ts';
import { itemId, itemName } from './item-id.ts';
import { type ItemEvent, type ItemState, type ItemType, type Replay, replay } from './states.ts';

export interface ItemStanding {
  readonly record: CanonicalRecord;
  readonly type: ItemType;
  readonly id: string;
  readonly state: ItemState;
  /** What the source says that cannot be: picked though refused, changed though certified. */
  readonly contradictions: Replay['refused'];
  /** Hash over the contents of its files; null where there is none, or one is missing. */
  readonly content: string | null;
  /** Other bytes than when it was certified, and nothing says whether it was certified again. */
  readonly unprovenChange: boolean;
  /** Submitted this year by the school the student was at before. */
  readonly elsewhere: boolean;
  /** When the teacher certified it, as the source says; null where it does not. */
  readonly certifiedAt: string | null;
}

function courseWorkEvents({ status, sentAt }: Certified): ItemEvent[] {
  const decided: ItemEvent[] = status === PASSED ? ['certify'] : status === FAILED ? ['refuse'] : [];
  return decided.length > 0 || sentAt !== null ? ['send', ...decided] : [];
}

interface Year {
  /** Of all terms of the school year. */
  readonly records: readonly CanonicalRecord[];
  /** ROC school year. */
  readonly year: number;
  readonly school: string;
  readonly earlier: EarlierItems;
}

/** An item of a student's, with its name and content. */
interface Item {
  readonly record: CanonicalRecord;
  readonly type: ItemType;
  readonly id: string;
  readonly content: string | null;
}

/** The same item in two files: called the same, and its links are equal, or what they lead to. */
function isTwin(a: Item, b: Item): boolean {
  return a !== b && (a.id === b.id || (a.content !== null && a.content === b.content && itemName(a.record) === itemName(b.record)));
}

function standingOf(item: Item, items: readonly Item[], { records, year, school, earlier }: Year): ItemStanding {
  const { record, type, id, content } = item;
  const evidence = (of: 'certification' | 'selection'): readonly CanonicalRecord[] =>
    evidenceOf(record, items.filter((one) => one.type === type && !isTwin(one, item)).map((one) => one.record), records.filter((one) => one.type === of && (of === 'certification' || one.kind === type)));
  const twins = items.filter((other) => isTwin(item, other)).map((other) => other.record);
  const certified = type === 'courseWork' ? certificationOf(record, twins, evidence('certification')) : { status: null, sentAt: null, at: null };
  const submittedYear = parseTerm(textOf(record, 'submittedTerm') ?? '')?.year ?? null;
  const attended = textOf(record, 'attendedSchool');
  const elsewhere = submittedYear === year && attended !== null && attended !== school;

  const before = { certified: earlier.certified[id], submitted: earlier.submitted[id] };
  const differs = (than: { readonly content: string | null } | undefined): boolean => than !== undefined && than.content !== null && content !== null && than.content !== content;
  const changed = type === 'courseWork' && (differs(before.certified) || differs(before.submitted));
  const again = certified.at !== null && before.certified !== undefined && (before.certified.at === null || certified.at > before.certified.at);
  const unprovenChange = changed && certified.at === null;

  const events: ItemEvent[] = type === 'courseWork' ? courseWorkEvents(certified) : [];
  if (changed && !again && !unprovenChange) events.push('change');
  if (isOfficial(record) || submittedYear === year || evidence('selection').length > 0) events.push('pick');
  if (elsewhere || (before.submitted !== undefined && !differs(before.submitted))) events.push('submit');
  const { state, refused } = replay(type, events);
  return { record, type, id, state, contradictions: refused, content, unprovenChange, elsewhere, certifiedAt: certified.at };
}

const isItem = (record: CanonicalRecord): record is CanonicalRecord & { readonly type: ItemType } => record.type === 'courseWork' || record.type === 'performance';

/**
 * Every item of a student once, in the order of the records. The same item in the year's roster and in another file is one: the
 * roster's row stands for it, and what the other says of its certification counts.
 */
export function itemStandings(year: Year): readonly ItemStanding[] {
  const attachments = year.records.filter((record) => record.type === 'attachment');
  const items = year.records.filter(isItem).map((record): Item => ({ record, type: record.type, id: itemId(record), content: contentOf(record, attachments) }));
  const inRoster = items.filter(({ record }) => isOfficial(record));
  return items
    .filter((item) => isOfficial(item.record) || !inRoster.some((other) => isTwin(item, other)))
    .map((item) => standingOf(item, items, year));
}

/** True for an item that is to go into a submission of this edition: picked, or already in it. */
export function belongsIn(standing: ItemStanding, edition: string, earlier: EarlierItems): boolean {
  if (standing.elsewhere) return false;
  if (standing.state === 'picked') return true;
  return standing.state === 'submitted' && earlier.submitted[standing.id]?.edition === edition;
}
