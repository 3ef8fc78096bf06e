import { mkdirSync } from 'node:fs';
import { EXIT, Fault } from '../../core/fault.ts';
import { isSchoolCode } from '../../core/school-code.ts';
import { openHome } from '../../store/home.ts';
import { command } from '../command.ts';
import { masterKeyPath } from '../services.ts';
import { words } from '../words.ts';
import { initHome } from './init-home.ts';

export default command({
  name: 'init',
  summary: { 'zh-TW': '建立工作資料夾與主金鑰', en: 'make a working folder and the master key' },
  usage: ['init [--home DIR] [--school CODE]…'],
  options: { school: { type: 'string', multiple: true, value: 'CODE', help: { 'zh-TW': '先建好這些學校的收件匣', en: 'also make the inboxes of these schools' } } },
  examples: [
    { line: 'init --home /srv/licheng', says: { 'zh-TW': '建立工作資料夾', en: 'make the working folder' } },
    { line: 'init --home /srv/licheng --school 014302 --school 193404', says: { 'zh-TW': '並建立兩校的收件匣', en: 'and the inboxes of two schools' } },
  ],
  async run(context) {
    const schools = (context.options['school'] ?? []) as readonly string[];
    const wrong = schools.find((code) => !isSchoolCode(code));
    if (wrong !== undefined) throw new Fault('usage/bad-option', { command: 'init', detail: `--school ${wrong}` });
    const made = await initHome(context);
    const home = await openHome(context.home, { masterKeyPath: masterKeyPath(context.env) });
    const inboxes = schools.map((school) => home.paths(school).inbox);
    for (const inbox of inboxes) mkdirSync(inbox, { recursive: true, mode: 0o700 });
    await home.close();
    const say = words(context);
    context.say(say(`工作資料夾：${made.home}`, `Working folder: ${made.home}`));
    context.say(say(
      `主金鑰：${made.keyFile}(${made.keyMade ? '新建立' : '沿用'});請另外備份，遺失金鑰就無法解讀任何資料。`,
      `Master key: ${made.keyFile} (${made.keyMade ? 'new' : 'already there'}); back it up elsewhere: without it no data can be read.`,
    ));
    for (const inbox of inboxes) context.say(say(`收件匣：${inbox}`, `Inbox: ${inbox}`));
    context.result({ ...made, inboxes });
    return EXIT.done;
  },
});
