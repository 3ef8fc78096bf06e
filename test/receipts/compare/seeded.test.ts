/** Whatever a central database loses, alters or invents of a whole year is found, and nothing else, however it writes it. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskId } from '../../../src/core/mask.ts';
import { keyText } from '../../../src/core/student-key.ts';
import { reconcile } from '../../../src/receipts/compare/reconcile.ts';
import type { SheetPlan } from '../../../src/receipts/compare/plan.ts';
import { type Difference, differencesOf, tally } from '../../../src/receipts/differences.ts';
import { identities } from '../../../src/receipts/identities.ts';
import { kindOfFile } from '../../../src/receipts/kinds.ts';
import { readReceiptFile } from '../../../src/receipts/read/read-file.ts';
import { sentAfter, type SentSheet } from '../../../src/receipts/sent.ts';
import { studentKeyOf } from '../../../src/receipts/student-key.ts';
import { type Receipt, receiptsOf, rowsOf } from '../../central-database.ts';
import { type Sheet, sheetsOf } from '../../rosters.ts';
import { reworded, spoil } from '../../spoilt-receipts.ts';
import { yearOf } from '../../year-rosters.ts';
import { KEYS, KINDS, planOf } from '../support.ts';

const STUDENTS = 20;
// Of a seed with posts, retakes and both divisions.
const SEED = 'year-1';
const { sheets: items, files } = yearOf(STUDENTS, SEED);
const SHEETS = [...sheetsOf(STUDENTS, { seed: SEED }), ...items];

const digest = (kind: 'md5' | 'sha256', bytes: Uint8Array): string => createHash(kind).update(bytes).digest('hex');
const sentFiles = new Map([...files].map(([link, bytes]) => [link, { sha256: digest('sha256', bytes), md5: digest('md5', bytes) }]));

const FAITHFUL = receiptsOf([...Map.groupBy(SHEETS, ({ roster }) => roster)].map(([roster, sheets]) => ({
  roster, batch: '', sha256: 'a'.repeat(64),
  sheets: sheets.map(({ title, header, rows }) => ({ title, rows: rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]]))) })),
})), new Map([...sentFiles].map(([link, { md5 }]) => [link, md5])));

/** The rows of one roster sheet as they were submitted. */
function sentSheet({ header, rows }: Sheet, { mapping }: SheetPlan): SentSheet {
  const students = new Map([...Map.groupBy(rows, ([id, birth]) => `${id} ${birth}`)].map(([, own]) => {
    const key = studentKeyOf(own[0]![0]!, own[0]![1]!)!;
    return [keyText(key), { key, rows: own.map((cells) => new Map(mapping.columns.slice(2).map(({ to, definition }) => [to, cells[header.indexOf(definition.headers[0]!)] ?? '']))) }];
  }));
  return { mapping, students };
}

const compared = KINDS.kinds.map((kind) => {
  const found = kind.sheets.flatMap(({ roster, sheet, titles }) => {
    const own = SHEETS.find((one) => one.roster === roster && one.title === sheet);
    return own ? [{ own, plan: planOf(kind.title, titles[0]!) }] : [];
  });
  return { kind, plans: found.map(({ plan }) => plan), sent: sentAfter([{ sheets: found.map(({ own, plan }) => sentSheet(own, plan)), removed: [] }]) };
});

interface Found {
  readonly differences: readonly (Difference & { readonly kind: string })[];
  readonly remarks: readonly string[];
  readonly matched: number;
}

function find(receipts: Readonly<Record<string, Receipt>>): Found {
  const lines = compared.map(({ kind, plans, sent }) => {
    const { students } = readReceiptFile(receipts[kind.title], { name: `${kind.title}.json`, sha256: '', kind: kindOfFile(KINDS, kind.title)! }, KEYS);
    const outcome = reconcile({ kind, year: 114, students, plans, sent, touched: null, identities: identities([]), isOurs: () => true, files: (link) => sentFiles.get(link) ?? null });
    return { outcome, differences: differencesOf(kind.title, outcome, keyText).map((one) => ({ kind: kind.title, ...one })) };
  });
  return {
    differences: lines.flatMap(({ differences }) => differences), remarks: lines.flatMap(({ outcome }) => outcome.remarks.map(({ code }) => code)),
    matched: lines.reduce((sum, { outcome }) => sum + tally(outcome).matched, 0),
  };
}

const rows = (receipts: Readonly<Record<string, Receipt>>): number => Object.values(receipts).reduce((sum, receipt) => sum + rowsOf(receipt).length, 0);

test('every kind has students and every list of theirs is compared', () => {
  expect(compared.map(({ kind, plans }) => [kind.title, plans.length > 0])).toEqual(KINDS.kinds.map(({ title }) => [title, true]));
  expect(find(FAITHFUL)).toEqual({ differences: [], remarks: [], matched: rows(FAITHFUL) });
});

test('every difference is found where it is and none is invented, whatever the seed', () => {
  const types = new Set<string>();
  fc.assert(fc.property(fc.string(), fc.double({ min: 0, max: 0.4, noNaN: true }), (seed, share) => {
    const { receipts, seeded } = spoil(FAITHFUL, seed, share);
    const { differences, remarks, matched } = find(reworded(receipts, seed));
    const name = (kind: string, sheet: string, student: string, type: string, fields: readonly string[]): string => [kind, sheet, student, type, ...fields].join(' ');
    expect(differences.map(({ kind, sheet, student, type, fields }) => name(kind, sheet, student, type, type === 'unequal' ? fields.map(({ field }) => field) : [])).sort())
      .toEqual(seeded.map(({ kind, sheet, idNumber, type, field }) => name(kind, sheet, maskId(idNumber), type, field === undefined ? [] : [field])).sort());
    expect(remarks).toEqual([]);
    const of = (type: string): number => seeded.filter((one) => one.type === type).length;
    expect([matched + of('unequal') + of('ours-only'), matched + of('unequal') + of('theirs-only')]).toEqual([rows(FAITHFUL), rows(receipts)]);
    for (const { type } of seeded) types.add(type);
  }), { numRuns: 60 });
  expect([...types].sort()).toEqual(['ours-only', 'theirs-only', 'unequal']);
});
