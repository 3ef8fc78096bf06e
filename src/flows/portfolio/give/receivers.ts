/** What is known of the schools packages go to: `<home>/receivers.json`, else what a school of this home says of itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../formats/json/config.ts';
import type { Encryption } from '../../../formats/zip/encrypted.ts';
import { schoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import type { PackageFormat } from '../ledger/entry.ts';

interface ReceiverFile {
  /** By school code. */
  readonly schools: Readonly<Record<string, { readonly format?: PackageFormat; readonly system?: string; readonly encryption?: Encryption }>>;
}

export interface Receiver {
  readonly format: PackageFormat;
  readonly encryption: Encryption;
}

/** Whoever is not known can read what everybody should be able to: AES-256 (RULE-705). */
const UNKNOWN: Encryption = 'aes-256';

/** @throws Fault `config/invalid` */
export function receiverOf({ home, registry }: Services, school: string): Receiver {
  const file = join(home.path, 'receivers.json');
  const said = existsSync(file) ? readConfig<ReceiverFile>(file, 'receivers').schools[school] : undefined;
  const systems = said?.system === undefined ? (home.schools().includes(school) ? schoolSettings(home, school).systems : []) : [said.system];
  const forms = systems.flatMap((id) => registry.adapter(id)?.manifest.transfer?.encryption?.[0] ?? []);
  return { format: said?.format ?? 'exchange', encryption: said?.encryption ?? forms[0] ?? UNKNOWN };
}
