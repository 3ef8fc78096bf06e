/** The lists in a school's `portfolios/out`: a file named by the receiving school, one student a line, becomes a package in `portfolios/ready`. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { EXIT, Fault } from '../../../core/fault.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import { sha256 } from '../../../core/sha256.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { filesBelow, type OfferedFile } from '../../intake/offered.ts';
import type { SchoolSettings } from '../../school-settings.ts';
import type { Services } from '../../services.ts';
import { portfolioFolders } from '../folders.ts';
import { givePackage, type GiveOutcome } from '../give/give-package.ts';
import { finishCutOff } from '../give/publish-package.ts';
import { listed } from '../give/select.ts';
import { handedOver } from '../ledger/handed-over.ts';
import { endTrouble, isTrouble, tellTrouble, troubleOf } from './trouble.ts';

/** `014302.txt`, `014302.sealed.txt`, `014302 轉出名單.csv`. */
const REQUEST = /^(\d{2}[0-9A-Z]{2}\d{2})(?:\.(exchange|sealed))?(?:[ _-][^/]*)?\.(?:txt|csv)$/;
/** Bytes of a list. */
const MOST_LIST = 4 * 1024 * 1024;

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

/** @throws Fault `portfolio/list-name` */
function requestOf({ name, path }: OfferedFile): Request {
  const [, to, format = null] = REQUEST.exec(name) ?? [];
  const { size, mtimeMs } = statSync(path);
  if (to === undefined || size > MOST_LIST) throw new Fault('portfolio/list-name', { file: name });
  const text = readFileSync(path, 'utf8');
  return { path, name, to, format: format as Request['format'], text, id: sha256(`${name}\0${mtimeMs}\0${text}`) };
}

/** One list that cannot be done leaves the others alone; it stays where it lies until it is mended. */
export async function givePortfolios(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<PortfoliosGiven> {
  const { out, ready } = portfolioFolders(services, store.school);
  const packages: GiveOutcome[] = [];
  const failed: { request: string; fault: string }[] = [];
  if (existsSync(ready)) await finishCutOff(store, ready);
  const done = new Set(handedOver(store).flatMap(({ request }) => request ?? []));
  for (const file of existsSync(out) ? filesBelow(out).filter(({ name }) => !isTrouble(name)) : []) {
    try {
      const request = requestOf(file);
      if (!done.has(request.id)) {
        packages.push(await givePackage(services, store, {
          students: listed(request.text), to: request.to, format: request.format, out: ready, password: settings.portfolioPassword ?? null,
          consultations: false, request: request.id, act: 'portfolio/night',
        }));
      }
      rmSync(request.path, { force: true });
      endTrouble(request.path);
    } catch (error) {
      if (!(error instanceof Fault) || error.definition.exit !== EXIT.usage) throw error;
      tellTrouble(file.path, [troubleOf(error)]);
      failed.push({ request: maskIdsIn(file.name), fault: error.code });
      services.log.warn(error.code, { school: store.school });
    }
  }
  return { packages, failed };
}
