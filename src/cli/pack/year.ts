/** `pack year`: a school year's works and performances, rosters and files, in as many packages as their size asks for. */
import { EXIT } from '../../core/fault.ts';
import { audit } from '../../flows/audit.ts';
import { gateExit } from '../../flows/check/check.ts';
import { readPolicy } from '../../flows/policy.ts';
import { reportCheck } from '../../flows/reports.ts';
import { checkYear } from '../../flows/year/check.ts';
import { acceptYear, packYear } from '../../flows/year/pack.ts';
import { yearPlan } from '../../flows/year/scope.ts';
import type { Context } from '../command.ts';
import { batchOption, schoolOption, yearOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';
import { partLines, rosterLines, sayState } from './say.ts';

/** Returns the exit code. */
export async function runPackYear(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const year = yearOption(context, 'pack');
  const batch = batchOption(context, 'pack');
  await using services = await openServices(context);
  const { packed, report } = await withSchool(services, school, async (store) => {
    const policy = readPolicy(services);
    const plan = yearPlan(services, year, batch, policy);
    const { check, files } = await reportCheck(services, store, (notes) => checkYear(services, store, plan, policy, notes));
    const outcome = await packYear(services, store, plan, check);
    if (outcome.submission) {
      audit(services, school, `pack/${outcome.edition}`, { year, parts: outcome.parts.map(({ sha256 }) => sha256) });
      acceptYear(store, year, outcome);
    }
    return { packed: outcome, report: files };
  }, { hold: true });
  context.progress.end();
  const say = words(context);
  const name = batch === null ? '' : say(`高三第 ${batch} 梯次`, `grade 3, batch ${batch}`);
  sayState(context, `${school} ${say(`${year} 學年度`, `school year ${year}`)} ${name}`.trim(), packed.status);
  partLines(context, packed.parts);
  rosterLines(context, packed.rosters);
  if (packed.parts.length === 0) context.say(say(`報告：${report.html}`, `Report: ${report.html}`));
  context.result({
    status: packed.status,
    parts: packed.parts.map(({ package: path, sha256, students, attachments, bytes }) => ({ package: path, sha256, students, attachments, bytes })),
    rosters: packed.rosters.map(({ rosterType, file, sheets }) => ({ rosterType, file, sheets })),
  });
  if (packed.status === 'unchanged' || packed.status === 'empty') return EXIT.nothingToDo;
  return packed.status === 'packed' ? EXIT.done : gateExit(packed.status);
}
