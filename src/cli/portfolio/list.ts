/** `licheng portfolio list`: what a school has taken in and handed over, who waits, and what contradicts what. */
import { EXIT } from '../../core/fault.ts';
import { maskId } from '../../core/mask.ts';
import { allEntries, packages } from '../../flows/portfolio/ledger/ledger.ts';
import { handedOver } from '../../flows/portfolio/ledger/handed-over.ts';
import { peopleWithPackages } from '../../flows/portfolio/people.ts';
import type { Context } from '../command.ts';
import { schoolOption } from '../options.ts';
import { openServices, withSchool } from '../services.ts';
import { words } from '../words.ts';
import { shownConflict } from './show.ts';

export default async function listPortfolios(context: Context): Promise<number> {
  const school = schoolOption(context, 'portfolio');
  await using services = await openServices(context);
  const result = await withSchool(services, school, async (store) => {
    const waiting = allEntries(store).filter(({ state }) => state === 'waiting').map(({ key, from, package: id }) => ({ student: maskId(key.idNumber), from, package: id }));
    const conflicts = (await peopleWithPackages(store)).flatMap(({ key, merged }) =>
      merged.conflicts.map((conflict) => ({ student: maskId(key.idNumber), ...shownConflict(conflict, context.lang) })));
    return {
      in: packages(store).map(({ key, format, from, at, takenAt, students, refused }) => ({ package: key, format, from, at, takenAt, students: students.length, refused: refused.map((one) => ({ student: one.key === null ? null : maskId(one.key.idNumber), position: one.position, reasons: one.reasons })) })),
      out: handedOver(store).map(({ id, format, to, file, sha256, at, students, acknowledged }) => ({ package: id, format, to, file, sha256, at, students: students.length, acknowledged })),
      waiting, conflicts,
    };
  });
  const say = words(context);
  for (const one of result.in) context.say(say(`收進 ${one.package}  來自 ${one.from} · 學生 ${one.students} 位${one.refused.length > 0 ? ` · 退回 ${one.refused.length} 位` : ''}`, `in  ${one.package}  from ${one.from} · ${one.students} students${one.refused.length > 0 ? ` · ${one.refused.length} refused` : ''}`));
  for (const { package: id, refused } of result.in) for (const { student, position, reasons } of refused) context.say(`✗ ${id} #${position} ${student ?? '–'}: ${reasons.join(' ')}`);
  for (const one of result.out) context.say(say(`交出 ${one.package}  給 ${one.to} · 學生 ${one.students} 位 · ${one.acknowledged ? '對方已收到' : one.format === 'sealed' ? '尚無回條' : ''}`, `out ${one.package}  to ${one.to} · ${one.students} students · ${one.acknowledged ? 'acknowledged' : one.format === 'sealed' ? 'not acknowledged' : ''}`));
  for (const one of result.waiting) context.say(say(`等待名冊 ${one.student}  來自 ${one.from}`, `waiting ${one.student}  from ${one.from}`));
  for (const one of result.conflicts) context.say(`≠ ${one.id} ${one.student} ${one.subject ?? one.type}: ${one.fields.join(say('、', ', '))}${one.keep === null ? '' : ` → ${one.keep}`}`);
  context.result({ school, ...result });
  return EXIT.done;
}
