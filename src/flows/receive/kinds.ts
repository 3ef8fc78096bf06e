/** What receipts may hold: `schemas/receipts/kinds.json`, or `<home>/receipt-kinds.json` in its place. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resourceJson } from '../../core/resources.ts';
import { readConfig } from '../../formats/json/config.ts';
import type { ReceiptKinds } from '../../receipts/kinds.ts';

/** @throws {Fault} `config/invalid` with the place that is wrong */
export function receiptKinds(homePath: string): ReceiptKinds {
  const own = join(homePath, 'receipt-kinds.json');
  return existsSync(own) ? readConfig<ReceiptKinds>(own, 'receipt-kinds') : (resourceJson('schemas/receipts/kinds.json') as ReceiptKinds);
}
