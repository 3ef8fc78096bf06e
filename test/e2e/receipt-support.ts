/** A school that has submitted its term, and receipts of it. */
import { type Receipt, receiptZip, received, type ZipForm } from '../central-database.ts';
import { inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { SCHOOL, sheetsOf, TERM, workbooks } from '../rosters.ts';

export const HERE = ['--school', SCHOOL, '--term', TERM] as const;
/** With a blank in it; 7-Zip takes none but ASCII for ZIP. */
export const PASSWORD = 'receipt #2026';
/** The day the receipt is imported. */
export const TODAY = ['--today', '2026-03-02'] as const;

export interface Submitted {
  readonly home: Workspace;
  /** What a faithful central database answers. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly package: string;
}

/** A home whose only school has packed a clean term. */
export async function submitted(students: number, seed = 'receipts'): Promise<Submitted> {
  const home = await schoolHome(SCHOOL, inside(workspace()));
  const files = (await workbooks(sheetsOf(students, { seed }))).map(({ name, bytes }) => home.file(name, bytes));
  await home.run('import', ...files, '--school', SCHOOL);
  const { value } = await home.json('pack', 'term', ...HERE, '--today', '2026-02-20');
  if (value.status !== 'packed') throw new Error(JSON.stringify(value));
  return { home, receipts: await received(value.package), package: value.package };
}

let downloads = 0;

/** Imports a receipt in the form it is downloaded in. */
export async function take(home: Workspace, receipts: Readonly<Record<string, unknown>>, form: ZipForm = {}, ...more: readonly string[]): Promise<{ code: number | null; value: Json }> {
  const file = home.file(`receipt-${downloads++}.zip`, await receiptZip(receipts, { password: PASSWORD, ...form }));
  const password = home.file('password.txt', `${PASSWORD}\r\n`);
  return home.json('receipt', 'import', file, ...HERE, '--password-file', password, ...(more.includes('--today') ? [] : TODAY), ...more);
}
