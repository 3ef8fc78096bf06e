import { EXIT, Fault } from '../../core/fault.ts';
import { command } from '../command.ts';
import { openServices } from '../services.ts';
import { words } from '../words.ts';

export default command({
  name: 'runs',
  summary: { 'zh-TW': '看過去的執行', en: 'look at past runs' },
  usage: ['runs', 'runs RUN'],
  takes: 1,
  options: {},
  examples: [
    { line: 'runs', says: { 'zh-TW': '最近的執行', en: 'the latest runs' } },
    { line: 'runs 3f2a91c07d4e5b68', says: { 'zh-TW': '一次執行裡各校的結果', en: 'what one run came to, school by school' } },
  ],
  async run(context) {
    await using services = await openServices(context);
    const { catalogue } = services.home;
    const [asked] = context.positionals;
    const runs = asked === undefined ? catalogue.list() : [catalogue.get(asked)].filter((run) => run !== null);
    if (asked !== undefined && runs.length === 0) throw new Fault('record/not-found', { what: asked });
    const say = words(context);
    for (const run of runs) {
      context.say(`${run.run}  ${run.startedAt} → ${run.endedAt ?? say('中斷', 'interrupted')}  ${run.schools.length} ${say('校', 'schools')}`);
      if (asked === undefined) continue;
      for (const school of run.schools) context.say(`  ${school.school}  ${school.status}  ${school.packages.join(' ')}`);
    }
    context.result({ runs });
    return EXIT.done;
  },
});
