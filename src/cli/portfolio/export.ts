/** `licheng portfolio export`. */
import { resolve } from 'node:path';
import { EXIT, Fault } from '../../core/fault.ts';
import { isSchoolCode } from '../../core/school-code.ts';
import { portfolioFolders } from '../../flows/portfolio/folders.ts';
import { givePackage } from '../../flows/portfolio/give/give-package.ts';
import { passwordIn, schoolSettings } from '../../flows/school-settings.ts';
import type { Context } from '../command.ts';
import { schoolOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { askedStudents } from './asked.ts';
import { sayLoss } from './show.ts';

function formatOption(context: Context): 'exchange' | 'sealed' | null {
  const format = context.options['format'];
  if (format === undefined || format === 'exchange' || format === 'sealed') return format ?? null;
  throw new Fault('usage/bad-option', { command: 'portfolio', detail: `--format ${String(format)}` });
}

export default async function exportPortfolio(context: Context): Promise<number> {
  const school = schoolOption(context, 'portfolio');
  const to = textOption(context, 'portfolio', 'to');
  if (!isSchoolCode(to)) throw new Fault('usage/bad-option', { command: 'portfolio', detail: `--to ${to}` });
  const format = formatOption(context);
  const students = askedStudents(context);
  const file = context.options['password-file'];
  await using services = await openServices(context);
  const outcome = await withSchool(services, school, (store) => givePackage(services, store, {
    students, to, format,
    out: context.options['out'] === undefined ? portfolioFolders(services, school).ready : resolve(textOption(context, 'portfolio', 'out')),
    password: typeof file === 'string' ? passwordIn(file) : schoolSettings(services.home, school).portfolioPassword ?? null,
    consultations: context.options['consultations'] === true, request: null, act: 'portfolio/export',
  }), { hold: true });
  const say = words(context);
  context.progress.end();
  context.say(`${outcome.package}`);
  context.say(say(
    `學生 ${count(outcome.students)} 位 · 紀錄 ${count(outcome.items)} 筆 · 附件 ${count(outcome.attachments)} 個`,
    `${count(outcome.students)} students · ${count(outcome.items)} records · ${count(outcome.attachments)} files`,
  ));
  if (outcome.format === 'exchange') context.say(say(`MD5（連同密碼另外告知對方）：${outcome.md5}`, `MD5 (to be told to the receiver with the password, by another way): ${outcome.md5}`));
  sayLoss(context, outcome.loss);
  context.result(outcome);
  return EXIT.done;
}
