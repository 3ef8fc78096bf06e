/** `licheng portfolio sheets`: what came with students, as files of the school's own system. */
import { resolve } from 'node:path';
import { EXIT } from '../../core/fault.ts';
import { writePeople } from '../../flows/portfolio/loss/write-people.ts';
import type { Context } from '../command.ts';
import { schoolOption, textOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';
import { askedStudents } from './asked.ts';
import { sayLoss } from './show.ts';

export default async function writeSheets(context: Context): Promise<number> {
  const school = schoolOption(context, 'portfolio');
  const out = resolve(textOption(context, 'portfolio', 'out'));
  const students = askedStudents(context);
  await using services = await openServices(context);
  const { files, loss, students: written } = await withSchool(services, school, (store) => writePeople(services, store, students.length === 0 ? 'everybody' : { students }, out), { hold: true });
  const say = words(context);
  context.progress.end();
  if (files.length === 0) context.say(written === 0 ? say('沒有已收進資料的學生。', 'Nobody came with a package that is in force.') : say('本校系統的檔案無法產生，或系統未設定（school.json 的 systems）。', "No files of the school's system can be written, or the system is not known (systems in school.json)."));
  else context.say(say(`學生 ${count(written)} 位，檔案在 ${out}：`, `${count(written)} students, files in ${out}:`));
  for (const name of files) context.say(`  ${name}`);
  if (loss.length > 0) context.say(say('本校系統收不下：', "The school's own system cannot hold:"));
  sayLoss(context, loss);
  context.result({ school, out, students: written, files, loss });
  return files.length === 0 ? EXIT.nothingToDo : EXIT.done;
}
