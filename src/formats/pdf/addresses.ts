/** Web addresses that stand in a text, for readers to type. */

/** With a scheme, or `www.` and a host; full-width letters are read as what they show. */
const ADDRESS = /(?:https?:\/\/|(?<![\w@.])www\.[a-z0-9-]+\.)[^\s<>"'「」『』（）()，。；、]+/giu;

export function addressesIn(text: string): string[] {
  return text.normalize('NFKC').match(ADDRESS) ?? [];
}
