/**
 * The life of an item, from upload to submission (RULE-210, RULE-306, RULE-423): a table of states and events, and nothing
 * else. What a teacher has certified cannot be changed afterwards: other bytes make it a corrected item, which has to be sent
 * and certified again, whatever became of it in between. Equal bytes change nothing (RULE-216).
 */

export type ItemState = 'uploaded' | 'sent' | 'certified' | 'refused' | 'corrected' | 'picked' | 'submitted';

/** What can happen to an item; `change` means that a byte of its files is another than before. */
export type ItemEvent = 'send' | 'withdraw' | 'certify' | 'refuse' | 'change' | 'pick' | 'unpick' | 'submit';

/** Where each event leads from a state; an event that is missing cannot happen there. */
type Table = Readonly<Record<ItemState, Readonly<Partial<Record<ItemEvent, ItemState>>>>>;

/** A course work: only what its teacher has certified can be picked. */
const COURSE_WORK: Table = {
  uploaded: { send: 'sent', change: 'uploaded' },
  sent: { certify: 'certified', refuse: 'refused', withdraw: 'uploaded', change: 'uploaded' },
  refused: { send: 'sent', change: 'corrected' },
  corrected: { send: 'sent', change: 'corrected' },
  certified: { certify: 'certified', refuse: 'refused', pick: 'picked', change: 'corrected' },
  picked: { certify: 'picked', refuse: 'refused', unpick: 'certified', submit: 'submitted', change: 'corrected' },
  submitted: { submit: 'submitted', change: 'corrected' },
};

/** A performance: nobody certifies it, so that it is picked as it was uploaded. */
const PERFORMANCE: Table = {
  uploaded: { pick: 'picked', change: 'uploaded' },
  sent: {},
  refused: {},
  corrected: { pick: 'picked', change: 'corrected' },
  certified: {},
  picked: { unpick: 'uploaded', submit: 'submitted', change: 'corrected' },
  submitted: { submit: 'submitted', change: 'corrected' },
};

export type ItemType = 'courseWork' | 'performance';

const TABLES: Readonly<Record<ItemType, Table>> = { courseWork: COURSE_WORK, performance: PERFORMANCE };

/** The state an event leads to; null where it cannot happen. */
export function nextState(type: ItemType, state: ItemState, event: ItemEvent): ItemState | null {
  return TABLES[type][state][event] ?? null;
}

/** Events that can happen in a state. */
export function possibleEvents(type: ItemType, state: ItemState): readonly ItemEvent[] {
  return Object.keys(TABLES[type][state]) as ItemEvent[];
}

/** The event that another content is; null for the same one. */
export function changeBetween(before: string, after: string): ItemEvent | null {
  return before === after ? null : 'change';
}

export interface Replay {
  readonly state: ItemState;
  /** Events that could not happen where they stood, with the state they met; the item stayed as it was. */
  readonly refused: readonly { readonly event: ItemEvent; readonly state: ItemState }[];
}

/** Where a newly uploaded item stands after a row of events. */
export function replay(type: ItemType, events: Iterable<ItemEvent>): Replay {
  let state: ItemState = 'uploaded';
  const refused: { event: ItemEvent; state: ItemState }[] = [];
  for (const event of events) {
    const next = nextState(type, state, event);
    if (next === null) refused.push({ event, state });
    else state = next;
  }
  return { state, refused };
}
