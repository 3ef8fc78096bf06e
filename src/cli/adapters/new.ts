/** `adapters new ID`: a folder to start from. */
import { join, resolve } from 'node:path';
import { isAdapterId, scaffold } from '../../adapters/kit/scaffold.ts';
import { loadRegistry } from '../../adapters/registry.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { todayInTaipei } from '../../observe/clock.ts';
import type { Context } from '../command.ts';
import { textOption } from '../options.ts';
import { adapterFolders } from '../services.ts';
import { words } from '../words.ts';

/** Words of the command itself: an adapter of such a name could not be asked for. */
const TAKEN = new Set(['test', 'new', 'infer']);

export async function newAdapter(context: Context, id: string): Promise<number> {
  if (!isAdapterId(id) || TAKEN.has(id)) throw new Fault('usage/bad-option', { command: 'adapters', detail: `new ${id} (a-z 0-9 -)` });
  const others = adapterFolders(context.home);
  const registry = await loadRegistry(others);
  if (registry.adapter(id)) throw new Fault('file/exists', { file: id });
  const asked = context.options['extends'];
  const base = asked === undefined ? null : registry.adapter(String(asked));
  if (asked !== undefined && !base) throw new Fault('record/not-found', { what: String(asked) });
  const parent = context.options['out'] === undefined ? '.' : textOption(context, 'adapters', 'out');
  const folder = resolve(join(parent, id));
  await scaffold({ id, folder, today: todayInTaipei(context.clock), base, others });
  const say = words(context);
  context.say(say(`已建立 ${folder}；照裡面的 README.md 做，再執行 licheng adapters test ${folder}`, `Made ${folder}; follow its README.md, then run licheng adapters test ${folder}`));
  context.result({ adapter: id, folder, extends: base?.id ?? null });
  return EXIT.done;
}
