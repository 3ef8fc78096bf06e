/** The conformance kit: what every adapter folder, ours or another's, must hold to. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault, FAULTS } from '../../core/fault.ts';
import type { Bilingual } from '../../core/problem.ts';
import { fill } from '../../core/text.ts';
import { loadRegistry, type Registry } from '../registry.ts';
import { both, type CheckResult, resultOf } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { type InputResult, inputResults } from './input.ts';
import { saidOf, subjectOf } from './subject.ts';

export interface KitVerdict {
  /** Id of the adapter, the folder's name. */
  readonly adapter: string;
  /** Its name, where it could be loaded. */
  readonly name: Bilingual;
  readonly verdict: 'pass' | 'fail';
  readonly checks: readonly CheckResult[];
  /** What became of the files given beside the fixtures. */
  readonly inputs: readonly InputResult[];
}

export interface KitInput {
  /** File name for detection and messages. */
  readonly name: string;
  readonly path: string;
}

const LOADS = { check: 'loads', title: both('manifest.json 與 mapping/*.json 合格', 'manifest.json and mapping/*.json are valid') };
const RECOGNISED = { check: 'inputs-recognised', title: both('提供的檔案認得出來', 'The given files are recognised') };
const COUNTED = { check: 'inputs-counted', title: both('提供的檔案每一列都有交代', 'Every row of the given files is accounted for') };

/** The registry with the folder's adapter in it, or why it cannot be loaded. A folder that lies among the others is there already. */
async function load(folder: string, others: readonly string[]): Promise<Registry | readonly Bilingual[]> {
  if (!existsSync(join(folder, 'manifest.json'))) return [both('資料夾裡沒有 manifest.json。', 'There is no manifest.json in the folder.')];
  try {
    const among = others.some((other) => resolve(other) === dirname(resolve(folder))) && !/^[._]/.test(basename(folder));
    return await loadRegistry(among ? others : [...others, folder]);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'adapter/invalid' || error.params['adapter'] !== basename(folder)) throw error;
    const { message } = FAULTS[error.code];
    const place = String(error.params['file'] ?? '');
    return [both(`${fill(message['zh-TW'], error.params)}（${place}）`, `${fill(message.en, error.params)} (${place})`)];
  }
}

function inputChecks(inputs: readonly InputResult[], adapter: string): readonly CheckResult[] {
  const strange = inputs.filter(({ system }) => system !== adapter).map(({ file, system, problem }) => both(
    problem ? `${file}：${problem.message['zh-TW']}` : `${file} 被認成「${system ?? '不認得'}」。`,
    problem ? `${file}: ${problem.message.en}` : `${file} is recognised as ${system ?? 'nothing'}.`,
  ));
  const uncounted = inputs.flatMap(({ file, tables }) => tables.filter(({ rows, imported, rejected }) => imported + rejected !== rows).map(({ sheet, rows, imported, rejected }) => both(
    `${file} / ${sheet}：讀 ${rows} 列，匯入 ${imported}、退回 ${rejected}。`, `${file} / ${sheet}: ${rows} rows read, ${imported} imported and ${rejected} rejected.`,
  )));
  return [resultOf(RECOGNISED, strange), resultOf(COUNTED, uncounted)];
}

/**
 * Runs every check over an adapter folder. One that cannot be loaded fails the first and has no others.
 *
 * @param others folders of the adapters it stands beside: its neighbours, and those it extends
 * @param inputs more files to try it on; a school's or a maker's own, shown masked and kept nowhere
 * @throws Fault for an input that is not there, or a neighbour that cannot be loaded
 */
export async function testAdapter(folder: string, others: readonly string[], inputs: readonly KitInput[] = []): Promise<KitVerdict> {
  const id = basename(folder);
  const registry = await load(folder, others);
  if (!('adapters' in registry)) {
    return { adapter: id, name: both(id, id), verdict: 'fail', checks: [resultOf(LOADS, registry)], inputs: [] };
  }
  const adapter = registry.adapter(id)!;
  const subject = subjectOf(adapter, registry);
  const checks: CheckResult[] = [resultOf(LOADS, [])];
  for (const check of CHECKS) checks.push(resultOf(check, await check.run(subject)));
  const results: InputResult[] = [];
  for (const { name, path } of inputs) results.push(...await inputResults(path, name, registry, saidOf(adapter)));
  if (inputs.length > 0) checks.push(...inputChecks(results, id));
  return { adapter: id, name: adapter.manifest.name, verdict: checks.every(({ ok }) => ok) ? 'pass' : 'fail', checks, inputs: results };
}
