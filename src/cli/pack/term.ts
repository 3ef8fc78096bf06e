/** `pack term`: a term's roster workbooks in one package. */
import { audit } from '../../flows/audit.ts';
import { readPolicy } from '../../flows/policy.ts';
import { reportTerm } from '../../flows/reports.ts';
import { packTerm } from '../../flows/submit/pack-term.ts';
import type { Context } from '../command.ts';
import { schoolOption, termOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';
import { packExit, rosterLines, sayState } from './say.ts';

/** Returns the exit code. */
export async function runPackTerm(context: Context): Promise<number> {
  const school = schoolOption(context, 'pack');
  const term = termOption(context, 'pack');
  const edition = context.options['precheck'] === true ? 'precheck' : 'term-submission';
  await using services = await openServices(context);
  const { packed, report } = await withSchool(services, school, async (store) => {
    const { check, files } = await reportTerm(services, store, term, readPolicy(services));
    const outcome = await packTerm(services, store, term, edition, check);
    if (outcome.submission) {
      audit(services, school, `pack/${edition}`, { term, sha256: outcome.sha256 });
      store.accept(outcome.submission);
    }
    return { packed: outcome, report: files };
  }, { hold: true });
  context.progress.end();
  sayState(context, `${school} ${term}`, packed.status);
  if (packed.package) context.say(`  ${packed.package}\n  SHA-256 ${packed.sha256}`);
  rosterLines(context, packed.rosters);
  if (!packed.package) context.say(words(context)(`報告：${report.html}`, `Report: ${report.html}`));
  context.result({ status: packed.status, package: packed.package, sha256: packed.sha256, rosters: packed.rosters.map(({ rosterType, file, sheets, origin }) => ({ rosterType, file, sheets, ...(origin ? { origin } : {}) })) });
  return packExit(packed.status);
}
