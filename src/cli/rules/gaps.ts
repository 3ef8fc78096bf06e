/** `rules --gaps`: what the central database refused rows for and no rule of ours is known to say, over all schools. */
import { EXIT } from '../../core/fault.ts';
import { listReplies } from '../../flows/replies/list.ts';
import type { Context } from '../command.ts';
import { openServices, withSchool } from '../services.ts';
import { count, words } from '../words.ts';

interface Gap {
  readonly code: string;
  readonly text: string;
  count: number;
  readonly schools: Set<string>;
}

export async function sayGaps(context: Context): Promise<number> {
  await using services = await openServices(context);
  const gaps = new Map<string, Gap>();
  for (const school of services.home.schools()) {
    const terms = await withSchool(services, school, (store) => listReplies(services, store, null));
    for (const { code, text, count: met } of terms.flatMap((term) => term.gaps)) {
      const key = code === '' ? `text ${text}` : `code ${code}`;
      const gap = gaps.get(key) ?? { code, text, count: 0, schools: new Set() };
      gap.count += met;
      gap.schools.add(school);
      gaps.set(key, gap);
    }
  }
  const say = words(context);
  const found = [...gaps.values()].sort((a, b) => b.count - a.count || (a.code + a.text < b.code + b.text ? -1 : 1));
  context.progress.end();
  for (const { code, text, count: met, schools } of found) {
    context.say(`${count(met).padStart(7)} × ${[code, text].filter((part) => part !== '').join(' ') || '–'}  (${say(`${schools.size} 校`, `${schools.size} schools`)})`);
  }
  context.say(found.length === 0
    ? say('沒有缺口：收到的回覆都有對應的規則。', 'No gaps: every reply received is said by a rule of ours.')
    : say('確認是哪一條規則後，寫入 official-replies.json；沒有這種規則時，請通報開發者。', 'Once it is known which rule says the same, put it into official-replies.json; where there is none, tell the developers.'));
  context.result({ gaps: found.map(({ schools, ...gap }) => ({ ...gap, schools: [...schools].sort() })) });
  return EXIT.done;
}
