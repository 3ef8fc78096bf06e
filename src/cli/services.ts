/** Makes what the flows are given, from the command line's context. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadRegistry } from '../adapters/registry.ts';
import { Fault } from '../core/fault.ts';
import { packageRoot } from '../core/resources.ts';
import { isoToRoc } from '../core/roc-date.ts';
import type { Services } from '../flows/services.ts';
import { openLog } from '../observe/log.ts';
import { todayInTaipei } from '../observe/clock.ts';
import { loadRules } from '../rules/catalogue.ts';
import { openHome } from '../store/home.ts';
import type { SchoolStore } from '../store/port.ts';
import type { Context } from './command.ts';
import { lanesHere } from './lanes.ts';
import { programVersion } from './version.ts';

/** What of a command's context the services are made from. */
export type ServicesContext = Pick<Context, 'home' | 'env' | 'lang' | 'clock' | 'progress' | 'options'> & {
  /** False for one of several threads that work at the same time. */
  readonly alone?: boolean;
};

/**
 * The master key lies away from the data: `LICHENG_MASTER_KEY_FILE`, or the user's configuration folder.
 */
export function masterKeyPath(env: Context['env']): string {
  const named = env['LICHENG_MASTER_KEY_FILE'];
  return named ? resolve(named) : join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'licheng', 'master.key');
}

/** Adapter folders: the ones that ship, then the operator's own in the home, which win. */
export function adapterFolders(home: string): readonly string[] {
  return [join(packageRoot(), 'adapters'), join(home, 'adapters')].filter((folder) => existsSync(folder));
}

/** `--today` freezes the day, for repeating a check as it was. */
function today(context: ServicesContext): string {
  const asked = context.options['today'];
  if (typeof asked !== 'string') return todayInTaipei(context.clock);
  if (isoToRoc(asked) === null) throw new Fault('usage/bad-option', { command: '', detail: `--today ${asked}` });
  return asked;
}

/** A thread of its own shares no work: there are others like it. */
function lanesOf({ alone }: ServicesContext): Pick<Services, 'lanes'> {
  const lanes = alone === false ? null : lanesHere();
  return lanes ? { lanes } : {};
}

export interface OpenServices extends Services, AsyncDisposable {}

/** Everything is closed, and the log written out, when the value is disposed of. */
export async function openServices(context: ServicesContext): Promise<OpenServices> {
  const day = today(context);
  const home = await openHome(context.home, { masterKeyPath: masterKeyPath(context.env) });
  const log = openLog(join(home.path, 'logs', 'licheng.log'));
  return {
    home, log,
    registry: await loadRegistry(adapterFolders(context.home)),
    rules: await loadRules(),
    clock: context.clock, progress: context.progress, lang: context.lang,
    version: programVersion(), today: day, ...lanesOf(context),
    async [Symbol.asyncDispose]() {
      await home.close();
      await log.close();
    },
  };
}

export interface SchoolOptions {
  /** Make the school when it has no folder yet. */
  readonly create?: boolean;
  /** Keep every other process from writing at this school meanwhile; faults `store/busy` when one does. */
  readonly hold?: boolean;
}

/** Works on one school and closes its store whatever happens. */
export async function withSchool<T>(services: Services, school: string, work: (store: SchoolStore) => Promise<T>, { create = false, hold = false }: SchoolOptions = {}): Promise<T> {
  // A folder somebody made for the school is a school that has handed in nothing yet.
  const store = await services.home.school(school, { create: create || services.home.schools().includes(school) });
  try {
    const held = hold ? services.home.lock(school) : null;
    try {
      return await work(store);
    } finally {
      held?.release();
    }
  } finally {
    await store.close();
  }
}
