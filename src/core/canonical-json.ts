/** One text for one JSON value: what is signed or hashed must not depend on the order keys were written in. */

/** Keys in one order at every depth. */
function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON without blanks, keys by code unit at every depth, values as `JSON.stringify` writes them (RFC 8785 for texts and whole numbers). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, ordered);
}
