import { join } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { FlowName } from '../../core/flow-name.ts';
import { packageRoot } from '../../core/resources.ts';
import { taipeiMinute } from '../../observe/clock.ts';
import { dueJobs, type LastStarts } from '../../schedule/due.ts';
import { loadJobs } from '../../schedule/jobs.ts';
import type { Job } from '../../schedule/job.ts';
import { everyMinute } from '../../schedule/ticker.ts';
import { command, type Context } from '../command.ts';
import { sayNight } from '../run/command.ts';
import { nightOf } from '../run/night.ts';
import { jobStarts, rememberStarts } from './starts.ts';
import { openServices } from '../services.ts';
import { words } from '../words.ts';

/** Jobs ship beside the sources; a build has them below `dist/`. */
function jobsFolder(): string {
  return import.meta.url.endsWith('.ts') ? join(packageRoot(), 'jobs') : join(packageRoot(), 'dist', 'jobs');
}

/** One look: whatever is due is done as one night, in the jobs' order. Returns the jobs that ran. */
async function look(context: Context, jobs: readonly Job[]): Promise<readonly Job[]> {
  await using services = await openServices(context);
  const starts: LastStarts = jobStarts(services.home.path);
  const now = context.clock.now();
  const due = dueJobs(jobs, starts, now);
  if (due.length === 0) return due;
  const say = words(context);
  context.say(`${taipeiMinute(now)} ${say('到期', 'due')}: ${due.map((job) => job.title[context.lang]).join('、')}`);
  const run = await nightOf(context, services, services.home.schools(), new Set<FlowName>(due.map((job) => job.flow)));
  // A school in other hands is looked for again at the next look; the others have nothing to do then.
  if (!run.schools.some(({ status }) => status === 'busy')) rememberStarts(services.home.path, due, now);
  sayNight(context, run);
  return due;
}

export default command({
  name: 'serve',
  summary: { 'zh-TW': '常駐：每晚到時執行，錯過的補跑', en: 'stay and run the nightly jobs; a missed night is caught up' },
  usage: ['serve [--once]'],
  options: { once: { type: 'boolean', help: { 'zh-TW': '只看一次就結束', en: 'look once and end' } } },
  examples: [
    { line: 'serve --home /srv/licheng', says: { 'zh-TW': '常駐執行(Asia/Taipei 時間)', en: 'stay running (Asia/Taipei time)' } },
    { line: 'serve --once', says: { 'zh-TW': '由系統排程呼叫時使用', en: "for a system scheduler's own timer" } },
  ],
  async run(context) {
    const jobs = await loadJobs(jobsFolder());
    if (context.options['once'] === true) {
      const ran = await look(context, jobs);
      context.result({ ran: ran.map((job) => job.id) });
      return ran.length > 0 ? EXIT.done : EXIT.nothingToDo;
    }
    const say = words(context);
    // Asked for before the first look: a stop during it must end the service, not kill it.
    const { stopped } = context;
    context.say(say('開始常駐；Ctrl-C 結束。', 'Serving; Ctrl-C ends it.'));
    const guarded = async (): Promise<void> => {
      try {
        await look(context, jobs);
      } catch (error) {
        // One bad look must not end the service: the next one starts afresh.
        context.note(error instanceof Fault ? `${error.code} ${maskIdsIn(JSON.stringify(error.params))}` : maskIdsIn(String(error)));
      }
    };
    let looking = guarded();
    await looking;
    const ticker = everyMinute(() => (looking = guarded()));
    await stopped;
    await ticker.stop();
    await looking;
    return EXIT.done;
  },
});
