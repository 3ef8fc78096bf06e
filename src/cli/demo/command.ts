import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { packageRoot } from '../../core/resources.ts';
import { parseTerm } from '../../core/term.ts';
import { publishIfChanged } from '../../flows/publish-file.ts';
import { termRosters } from '../../flows/submit/term-rosters.ts';
import { submitYear } from '../../flows/year/submit.ts';
import { command, type Context } from '../command.ts';
import { initHome } from '../init/init-home.ts';
import { numberOption, optionalTerm, TERM } from '../options.ts';
import { sayNight } from '../run/command.ts';
import { nightOf } from '../run/night.ts';
import { sayYear } from '../pack/say.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import type { SeededError } from './district/errors.ts';
import { generateDistrict } from './district/generate.ts';

/** Without `--home` the demo keeps to a folder of its own, key included, away from real data. */
function demoContext(context: Context): Context {
  if (context.options['home'] !== undefined || context.env['LICHENG_HOME']) return context;
  const root = join(existsSync(join(packageRoot(), 'src')) ? packageRoot() : process.cwd(), '.demo');
  return { ...context, home: join(root, 'home'), env: { ...context.env, LICHENG_MASTER_KEY_FILE: join(root, 'key', 'master.key') } };
}

/** Made-up school codes are in no list, which the demo's policy says instead of every row. */
const DEMO_POLICY = { severities: { 'roster/school-known': 'off' } } as const;

/** How many errors of each kind were put into a school's data, by the rule or problem that has to find them. */
function countsOf(seeded: readonly SeededError[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(seeded, ({ finds }) => finds)].map(([finds, those]) => [finds, those.length]).sort());
}

export default command({
  name: 'demo',
  summary: { 'zh-TW': '產生虛構區域的匯出檔，可接著跑一晚', en: "make a synthetic district's exports, and run a night over them" },
  usage: ['demo [--schools N] [--students M] [--seed S] [--term 114-1] [--year] [--run]'],
  options: {
    schools: { type: 'string', value: 'N', help: { 'zh-TW': '學校數(預設 3)', en: 'schools (default 3)' } },
    students: { type: 'string', value: 'M', help: { 'zh-TW': '每校學生數(預設 300)', en: 'students a school (default 300)' } },
    seed: { type: 'string', value: 'S', help: { 'zh-TW': '亂數種子；相同種子產生相同檔案', en: 'seed; the same seed makes the same files' } },
    term: TERM,
    year: { type: 'boolean', help: { 'zh-TW': '另產生學年的課程學習成果與多元表現，連同檔案；與 --run 併用時一併打包', en: 'works and performances of the school year too, with their files; with --run, pack them' } },
    run: { type: 'boolean', help: { 'zh-TW': '接著跑一晚並印出摘要', en: 'run a night over them and print a summary' } },
  },
  examples: [
    { line: 'demo --run', says: { 'zh-TW': '三校、三種系統，跑一晚', en: 'three schools on three systems, one night' } },
    { line: 'demo --schools 50 --students 1200 --seed 7 --home /tmp/district', says: { 'zh-TW': '產生較大的區域', en: 'a larger district' } },
  ],
  async run(given) {
    const context = demoContext(given);
    const plan = {
      schools: numberOption(context, 'demo', 'schools', 3, [1, 990]),
      students: numberOption(context, 'demo', 'students', 300, [1, 20_000]),
      seed: typeof context.options['seed'] === 'string' ? context.options['seed'] : '1',
      term: optionalTerm(context, 'demo') ?? '114-1', year: context.options['year'] === true,
    };
    if (plan.term.endsWith('-0')) throw new Fault('usage/bad-option', { command: 'demo', detail: `--term ${plan.term}` });
    const say = words(context);
    await initHome(context);
    publishIfChanged(join(context.home, 'policy.json'), `${JSON.stringify(DEMO_POLICY, null, 2)}\n`);
    await using services = await openServices(context);
    const made: { school: string; system: string; files: string[]; hasYear: boolean; seeded: Readonly<Record<string, number>> }[] = [];
    for await (const school of generateDistrict(services.registry, { ...plan, common: termRosters(context.home).target })) {
      const { inbox, root } = services.home.paths(school.school);
      mkdirSync(inbox, { recursive: true, mode: 0o700 });
      mkdirSync(dirname(join(root, 'school.json')), { recursive: true });
      publishIfChanged(join(root, 'school.json'), `${JSON.stringify({ code: school.school, name: school.name, term: plan.term, systems: school.systems }, null, 2)}\n`);
      const files = [...school.files, ...school.yearFiles];
      for (const file of files) {
        mkdirSync(dirname(join(inbox, file.name)), { recursive: true, mode: 0o700 });
        writeFileSync(join(inbox, file.name), file.bytes, { mode: 0o600 });
      }
      context.progress.step(say('產生匯出檔', 'making exports'), made.length + 1, plan.schools);
      made.push({ school: school.school, system: school.system, files: files.map((file) => join(inbox, file.name)), hasYear: school.yearFiles.length > 0, seeded: countsOf(school.seeded) });
      context.say(`${school.school} ${school.name}  ${school.system}  ${count(files.length)} ${say('個檔案', 'files')}`);
    }
    if (context.options['run'] !== true) {
      context.say(say(`工作資料夾：${context.home}`, `Home: ${context.home}`));
      context.result({ home: context.home, ...plan, schools: made });
      return EXIT.done;
    }
    const night = await nightOf(context, services, services.home.schools());
    context.progress.end();
    context.say();
    sayNight(context, night);
    const seen = { open: night.schools.filter((school) => school.status === 'packed' || school.status === 'unchanged').length, all: night.schools.length };
    context.say();
    context.say(say(`${seen.all} 校中 ${seen.open} 校已可提交；用瀏覽器打開上面的區域報告看細節。`, `${seen.open} of ${seen.all} schools are ready; open the district report above in a browser.`));
    const { year } = parseTerm(plan.term)!;
    const years: { school: string; batch: 1 | null; status: string; packages: string[] }[] = [];
    for (const { school } of made.filter(({ hasYear }) => hasYear)) {
      for (const batch of [null, 1] as const) {
        const { packed } = await withSchool(services, school, (store) => submitYear(services, store, year, batch, DEMO_POLICY), { hold: true });
        context.progress.end();
        sayYear(context, school, year, batch, packed);
        years.push({ school, batch, status: packed.status, packages: packed.parts.map(({ package: path }) => path) });
      }
    }
    context.result({ home: context.home, ...plan, schools: made, night, years });
    return EXIT.done;
  },
});
