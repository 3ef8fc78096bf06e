/** Bounds of what a CSV file may ask of us. */

/** Characters of one record; the widest real roster row with its free texts stays below a hundredth of it. */
export const MAX_RECORD = 1_048_576;

/** Columns of the header; the widest real roster has about 40. Also bounds the work a hostile file can cause. */
export const MAX_COLUMNS = 512;

/** Characters kept of the part of a rejected record that could not be split; the file itself is kept elsewhere. */
export const MAX_KEPT = 65_536;

/** Characters that may be looked at in vain for each character of the file. */
export const MAX_WASTE = 8;

/** Rows of a batch. */
export const BATCH = 4_096;

/** Bytes decoded and split at a time; measured, 32-64 KiB is best. */
export const WINDOW = 65_536;
