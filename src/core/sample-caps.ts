/**
 * How many findings are kept and listed as samples. Counts are exact everywhere; what is beyond these is only counted,
 * and this is the one place that decides it.
 */
export const SAMPLE_CAPS = {
  /** Kept of one rule and severity by a check, the first of the school's files. */
  rule: 200,
  /** Kept of one code by the intake of one file. */
  intake: 100,
  /** Written beside their rows in a workbook of one term. */
  workbook: 200_000,
  /** Listed of one rule on a page, and on the page as a whole: a page stays below 5 MB whatever the data. */
  listed: 50,
  page: 1500,
} as const;
