/** `licheng portfolio resolve`. */
import { userInfo } from 'node:os';
import { EXIT, Fault } from '../../core/fault.ts';
import type { Keep } from '../../flows/portfolio/items/merge.ts';
import { resolveConflicts } from '../../flows/portfolio/resolve.ts';
import type { Context } from '../command.ts';
import { schoolOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';
import { shownConflict } from './show.ts';

const KEEPS: readonly string[] = ['existing', 'incoming', 'both'] satisfies Keep[];

export default async function resolvePortfolio(context: Context): Promise<number> {
  const school = schoolOption(context, 'portfolio');
  const keep = textOption(context, 'portfolio', 'keep');
  const reason = textOption(context, 'portfolio', 'reason');
  if (!KEEPS.includes(keep)) throw new Fault('usage/bad-option', { command: 'portfolio', detail: `--keep ${keep}` });
  if (context.positionals.length === 0) throw new Fault('usage/bad-option', { command: 'portfolio', detail: 'CONFLICT' });
  const by = context.options['by'] === undefined ? userInfo().username : textOption(context, 'portfolio', 'by');
  await using services = await openServices(context);
  const resolved = await withSchool(services, school, (store) => resolveConflicts(services, store, context.positionals, { keep: keep as Keep, reason, by }), { hold: true });
  const said = { existing: words(context)('保留先到的', 'the earlier stands'), incoming: words(context)('採用後到的', 'the later stands'), both: words(context)('兩者都保留', 'both stand') }[keep as Keep];
  for (const conflict of resolved) context.say(`${conflict.id}  ${said}`);
  context.result({ school, resolved: resolved.map((conflict) => shownConflict(conflict, context.lang)) });
  return EXIT.done;
}
