/** 造字: characters of the private use areas, whose meaning belongs to one school's table (RULE-601, RULE-610). */

interface Area {
  readonly first: number;
  readonly last: number;
  /** Code point that the first trail byte of the first lead byte would have. */
  readonly origin: number;
  readonly lead: number;
}

/** The four user-defined areas of CP950 and their places in the private use area (RULE-601). */
const AREAS: readonly Area[] = [
  { first: 0xe000, last: 0xe310, origin: 0xe000, lead: 0xfa },
  { first: 0xe311, last: 0xeeb7, origin: 0xe311, lead: 0x8e },
  { first: 0xeeb8, last: 0xf6b0, origin: 0xeeb8, lead: 0x81 },
  { first: 0xf6b1, last: 0xf848, origin: 0xf672, lead: 0xc6 },
];
const CELLS_PER_LEAD = 157;

/** The CP950 cell of a private-use character as four hex digits (`U+E000` → `FA40`); null for one without a cell. */
export function cp950Cell(codePoint: number): string | null {
  const area = AREAS.find(({ first, last }) => codePoint >= first && codePoint <= last);
  if (!area) return null;
  const offset = codePoint - area.origin;
  const lead = area.lead + Math.floor(offset / CELLS_PER_LEAD);
  const place = offset % CELLS_PER_LEAD;
  const trail = place < 63 ? place + 0x40 : place + 0x62;
  return ((lead << 8) | trail).toString(16).toUpperCase();
}

/** The private-use code point of a cell as four hex digits (`FA40` → `U+E000`); null for one outside the user-defined areas. */
export function cellCodePoint(cell: string): number | null {
  if (!/^[0-9A-F]{4}$/.test(cell)) return null;
  const [lead, trail] = [Number.parseInt(cell.slice(0, 2), 16), Number.parseInt(cell.slice(2), 16)];
  const place = trail >= 0x40 && trail <= 0x7e ? trail - 0x40 : trail >= 0xa1 && trail <= 0xfe ? trail - 0x62 : null;
  if (place === null) return null;
  for (const { first, last, origin, lead: firstLead } of AREAS) {
    const codePoint = origin + (lead - firstLead) * CELLS_PER_LEAD + place;
    // Two areas are neighbours in Unicode and far apart in bytes: the way back must lead to the same cell.
    if (codePoint >= first && codePoint <= last && cp950Cell(codePoint) === cell) return codePoint;
  }
  return null;
}
