/** Cell text made fit for a page: nothing unseen, nothing endless. */

/**
 * Characters a reader cannot see, or that would turn the line around them: control characters, soft hyphen,
 * zero-width and direction marks, unpaired surrogates, noncharacters, and private-use characters (造字), which look
 * different or like nothing on every machine.
 */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Co}\p{Cs}\p{NChar}]/gu;

/** Each unseen character as `[U+200B]`. */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut; a pair is never split. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What a page shows of a cell. Cut before and after, so that a huge cell costs no more than a small one. */
export function visible(text: string, limit: number): string {
  return clip(showUnseen(clip(text, limit)), limit);
}
