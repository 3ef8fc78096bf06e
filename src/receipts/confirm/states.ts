/** The states of what a student is asked to confirm, and which event leads from which to which. */

export const STATES = ['open', 'confirmed', 'objected', 'answered', 'corrected', 'resubmitted', 'superseded'] as const;

/**
 * `answered`: the school looked, and the data is right; `corrected`: it was wrong, and is right in the school's system
 * now; `resubmitted`: in a correction that was packed; `superseded`: a newer receipt no longer has it.
 */
export type State = (typeof STATES)[number];

/**
 * `confirm` and `object` are the student's, `lapse` is silence after the window, `answer` and `correct` the school's,
 * the others follow from submissions and receipts: `back` where what was submitted since was received and changed nothing,
 * `reopen` where it changed something else of what the objection was about.
 */
export type Event = 'confirm' | 'lapse' | 'object' | 'answer' | 'correct' | 'resubmit' | 'back' | 'reopen' | 'supersede';

/** What is not listed cannot happen: nobody who raised a doubt is taken to agree, and nothing leaves `superseded`. */
export const TRANSITIONS: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>> = {
  open: { confirm: 'confirmed', lapse: 'confirmed', object: 'objected', supersede: 'superseded' },
  confirmed: { confirm: 'confirmed', object: 'objected', supersede: 'superseded' },
  objected: { confirm: 'confirmed', object: 'objected', answer: 'answered', correct: 'corrected', supersede: 'superseded' },
  answered: { confirm: 'confirmed', object: 'objected', correct: 'corrected', supersede: 'superseded' },
  corrected: { resubmit: 'resubmitted', back: 'objected', reopen: 'open', supersede: 'superseded' },
  resubmitted: { back: 'objected', reopen: 'open', supersede: 'superseded' },
  superseded: {},
};

/** Null where the event cannot happen in this state. */
export function next(state: State, event: Event): State | null {
  return TRANSITIONS[state][event] ?? null;
}
