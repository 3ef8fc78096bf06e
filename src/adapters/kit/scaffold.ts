/** A new adapter folder, made from the template or upon another adapter. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { type Adapter, loadRegistry, ownAdapters } from '../registry.ts';
import { ensureFolder } from '../ensure-folder.ts';
import { acceptCases } from './accept.ts';
import { casesOf, inputsOf, subjectOf } from './subject.ts';

/** What stands in the template for the adapter's id and for today. */
const ID = 'adapter-id';
const DAY = '1970-01-01';

export interface ScaffoldPlan {
  readonly id: string;
  /** The folder to be made; its last part must be the id. */
  readonly folder: string;
  /** ISO date written into what is assumed. */
  readonly today: string;
  /** The adapter whose mappings it takes over; null for one of its own. */
  readonly base: Adapter | null;
  /** Folders of the adapters `base` is from. */
  readonly others: readonly string[];
}

/** True for what an adapter may be called: small letters, digits and hyphens, as its folder and its mappings' ids need it. */
export function isAdapterId(id: string): boolean {
  return id.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
}

/** Texts of the template with its blanks for id and day filled; fixtures that are not text are left alone. */
function fill(folder: string, plan: ScaffoldPlan): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:json|md)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(ID, plan.id).replaceAll(DAY, plan.today));
  }
}

/** The smallest case: what is copied is only there to be replaced. */
function smallestCase(folder: string): string | undefined {
  const size = (name: string): number => inputsOf(folder, name).reduce((sum, path) => sum + statSync(path).size, 0);
  return casesOf(folder).toSorted((a, b) => size(a) - size(b))[0];
}

async function extend(plan: ScaffoldPlan, base: Adapter): Promise<void> {
  const path = join(plan.folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const { formats, encodings, editions, reads, writes } = base.manifest;
  writeFileSync(path, `${JSON.stringify({ ...manifest, extends: base.id, formats, encodings, editions, reads, writes }, null, 2)}\n`);
  const name = smallestCase(base.folder);
  if (name === undefined) return;
  cpSync(join(base.folder, 'fixtures', name, 'input'), join(plan.folder, 'fixtures', name, 'input'), { recursive: true });
  const registry = await loadRegistry([...plan.others, plan.folder]);
  await acceptCases(subjectOf(registry.adapter(plan.id)!, registry));
}

/**
 * Makes the folder, whole or not at all. It passes the kit but for the check that everything is filled in.
 *
 * @throws Fault `file/exists` when there is something in its place already
 */
export async function scaffold(plan: ScaffoldPlan): Promise<void> {
  if (existsSync(plan.folder)) throw new Fault('file/exists', { file: plan.folder });
  ensureFolder(dirname(plan.folder));
  const taken = plan.base === null ? ['manifest.json', 'README.md', 'mapping', 'fixtures'] : ['manifest.json', 'README.md'];
  try {
    for (const name of taken) cpSync(join(ownAdapters(), '_template', name), join(plan.folder, name), { recursive: true });
    fill(plan.folder, plan);
    if (plan.base !== null) await extend(plan, plan.base);
  } catch (error) {
    rmSync(plan.folder, { recursive: true, force: true });
    throw error;
  }
}
