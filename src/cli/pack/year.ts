/** `pack year`: a school year's works and performances, rosters and files, in as many packages as their size asks for. */
import { readPolicy } from '../../flows/policy.ts';
import { submitYear } from '../../flows/year/submit.ts';
import type { Context } from '../command.ts';
import { batchOption, schoolOption, yearOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';
import { packExit, partValues, sayYear } from './say.ts';

/** Returns the exit code. */
export async function runPackYear(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const year = yearOption(context, 'pack');
  const batch = batchOption(context, 'pack');
  await using services = await openServices(context);
  const { packed, report } = await withSchool(services, school, (store) => submitYear(services, store, year, batch, readPolicy(services)), { hold: true });
  context.progress.end();
  const say = words(context);
  sayYear(context, school, year, batch, packed);
  if (packed.parts.length === 0) context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
  context.result({
    status: packed.status,
    parts: partValues(packed.parts),
    rosters: packed.rosters.map(({ rosterType, file, sheets }) => ({ rosterType, file, sheets })),
  });
  return packExit(packed.status);
}
