/** `licheng portfolio show`: what a package holds, masked, without taking it in. */
import { EXIT } from '../../core/fault.ts';
import { FIELDS } from '../../core/fields.ts';
import { mask, maskName } from '../../core/mask.ts';
import type { MovedStudent } from '../../core/portfolio.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { MOVING } from '../../flows/portfolio/gather.ts';
import type { SeenStudent } from '../../flows/portfolio/look.ts';
import { recordLabel } from '../../report/labels.ts';
import { linksOf } from '../../core/items/links.ts';
import { problemWords } from '../../flows/portfolio/problem-words.ts';
import type { Context } from '../command.ts';
import { count, words } from '../words.ts';
import { look } from './look.ts';
import { sayPackageProblems, shownStudent } from './show.ts';

/** The field that names an item to a person; none of them is about somebody. */
const NAMES = ['subjectName', 'name', 'content', 'courseName', 'certificateCode', 'unit', 'title', 'changeCode'] as const;

interface ShownItem {
  readonly type: string;
  readonly kind: string | null;
  readonly term: string;
  readonly name: string | null;
  readonly school: string | null;
  readonly certification: string | null;
  readonly submitted: string | null;
  readonly files: readonly { readonly kind: string; readonly format: string | null; readonly size: number; readonly sha256: string }[];
}

function shownItem(record: CanonicalRecord, { files }: MovedStudent): ShownItem {
  const field = NAMES.find((name) => typeof record[name] === 'string');
  const text = (name: string): string | null => (typeof record[name] === 'string' ? record[name] : null);
  return {
    type: record.type, kind: record.kind ?? null, term: record.term,
    name: field === undefined ? null : mask(FIELDS[record.type][field]?.privacy ?? 'text', String(record[field])),
    school: text('courseSchool') ?? text('attendedSchool'), certification: text('certificationStatus'), submitted: text('submittedTerm'),
    files: linksOf(record).flatMap(({ kind, link }) => files.filter((file) => file.kind === kind && file.link === link)).map(({ kind, format, size, sha256 }) => ({ kind, format, size, sha256 })),
  };
}

const shownName = (moved: MovedStudent | null): string | null => (moved === null || moved.name === null ? null : maskName(moved.name));

function shown(context: Context, student: SeenStudent): object {
  const { moved, problems } = student;
  return {
    student: shownStudent(student), name: shownName(moved),
    items: moved ? moved.records.filter(({ type }) => MOVING.includes(type) || type === 'consultation').map((record) => shownItem(record, moved)) : [],
    attachments: moved?.files.length ?? 0, unread: moved?.unread.length ?? 0, findings: problems.map((problem) => problemWords(problem, context.lang)),
  };
}

function sayStudent(context: Context, student: SeenStudent): void {
  const { moved, problems } = student;
  const { lang } = context;
  context.say(`${shownStudent(student)}  ${shownName(moved) ?? ''}`);
  for (const record of moved?.records ?? []) {
    if (!MOVING.includes(record.type) && record.type !== 'consultation') continue;
    const { kind, term, name, files } = shownItem(record, moved!);
    const what = [recordLabel(record.type)[lang], kind === null ? null : recordLabel(kind)[lang], term, name].filter((part) => part !== null).join(' · ');
    context.say(`    ${what}${files.map((file) => ` · ${file.format ?? '?'} ${count(file.size)}`).join('')}`);
  }
  sayPackageProblems(context, problems, '    ');
}

export default async function showPortfolio(context: Context, file?: string): Promise<number> {
  const students: object[] = [];
  const seen = await look(context, file, (student) => {
    students.push(shown(context, student));
    sayStudent(context, student);
  });
  const say = words(context);
  context.progress.end();
  sayPackageProblems(context, seen.problems);
  context.say(say(
    `${seen.package ?? '–'}：來自 ${seen.from ?? '–'} · 學生 ${count(seen.students)} 位 · 紀錄 ${count(seen.items)} 筆 · 附件 ${count(seen.attachments)} 個`,
    `${seen.package ?? '–'}: from ${seen.from ?? '–'} · ${count(seen.students)} students · ${count(seen.items)} records · ${count(seen.attachments)} files`,
  ));
  const { format, package: id, from, at, items, attachments } = seen;
  context.result({ format, package: id, from, at, students, items, attachments, findings: seen.problems.map((problem) => problemWords(problem, context.lang)) });
  return seen.format === null ? EXIT.errorsFound : EXIT.done;
}
