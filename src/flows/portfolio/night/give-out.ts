/** The lists in a school's `portfolios/out`: a file named by the receiving school, one student a line, becomes a package in `portfolios/ready`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Fault, FAULTS } from '../../../core/fault.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import { sha256 } from '../../../core/sha256.ts';
import { textIn } from '../../../core/text.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { publishIfChanged } from '../../publish-file.ts';
import type { SchoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { portfolioFolders } from '../folders.ts';
import { givePackage, type GiveOutcome } from '../give/give-package.ts';
import { listed } from '../give/select.ts';
import { handedOver } from '../ledger/handed-over.ts';

/** `014302.txt`, `014302.sealed.txt`, `014302 轉出名單.csv`. */
const REQUEST = /^(\d{2}[0-9A-Z]{2}\d{2})(?:\.(exchange|sealed))?(?:[ _-][^/]*)?\.(?:txt|csv)$/;
/** Bytes of a list. */
const MOST_LIST = 4 * 1024 * 1024;
/** Beside a list that could not be done: why, for the registrar. */
const TROUBLE = '.問題.txt';

export interface PortfoliosGiven {
  readonly packages: readonly GiveOutcome[];
  /** Lists that could not be done, by fault. */
  readonly failed: readonly { readonly request: string; readonly fault: string }[];
}

interface Request {
  readonly path: string;
  readonly name: string;
  readonly to: string;
  readonly format: 'exchange' | 'sealed' | null;
  readonly text: string;
  /** Differs for a list that is handed in again. */
  readonly id: string;
}

function requestsIn(folder: string): readonly Request[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith(TROUBLE)).flatMap(({ name }): Request[] => {
    const match = REQUEST.exec(name);
    const path = join(folder, name);
    const { size, mtimeMs } = statSync(path);
    if (!match || size > MOST_LIST) return [];
    const text = readFileSync(path, 'utf8');
    return [{ path, name, to: match[1]!, format: (match[2] as Request['format'] | undefined) ?? null, text, id: sha256(`${name}\0${mtimeMs}\0${text}`) }];
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Says in the folder why a list was not done; only what the school itself can mend is for it to read. */
function tell(request: Request, fault: Fault): void {
  const { message, fix } = FAULTS[fault.code];
  const params = Object.fromEntries(Object.entries(fault.params).map(([key, value]) => [key, typeof value === 'string' ? maskIdsIn(value) : value]));
  publishIfChanged(`${request.path}${TROUBLE}`, `${textIn('zh-TW', message, params)}\n${textIn('zh-TW', fix, params)}\n`);
}

/** One list that cannot be done leaves the others alone; it stays where it lies until it is mended. */
export async function givePortfolios(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<PortfoliosGiven> {
  const { out, ready } = portfolioFolders(services, store.school);
  const packages: GiveOutcome[] = [];
  const failed: { request: string; fault: string }[] = [];
  const done = new Set(handedOver(store).flatMap(({ request }) => request ?? []));
  for (const request of requestsIn(out)) {
    try {
      if (!done.has(request.id)) {
        mkdirSync(ready, { recursive: true, mode: 0o700 });
        packages.push(await givePackage(services, store, {
          students: listed(request.text), to: request.to, format: request.format, out: ready, password: settings.portfolioPassword ?? null,
          consultations: false, request: request.id, act: 'portfolio/night',
        }));
      }
      rmSync(request.path, { force: true });
      rmSync(`${request.path}${TROUBLE}`, { force: true });
    } catch (error) {
      if (!(error instanceof Fault) || error.definition.exit !== EXIT.usage) throw error;
      tell(request, error);
      failed.push({ request: maskIdsIn(request.name), fault: error.code });
      services.log.warn(error.code, { school: store.school });
    }
  }
  return { packages, failed };
}
