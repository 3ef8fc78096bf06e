/** A large export to measure with: synthetic rows in the shape of a Big5 school system's score file. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { seeded } from '../../src/cli/demo/district/random.ts';
import { person } from '../../src/cli/demo/district/people.ts';
import { coursesOf } from '../../src/cli/demo/district/courses.ts';
import { encodeCp950 } from '../../src/formats/text/encode-cp950.ts';

const HEADER = ['學年度', '學期', '學號', '姓名', '班級', '座號', '身分證字號', '生日', '課程代碼', '科目名稱', '年級', '學分', '學期成績', '及格', '補考成績', '補考及格', '採計學分', '文字描述', '導師', '備註'];
const COURSES_A_STUDENT = 20;
/** Rows written at a time. */
const BATCH = 20;

/** The school of the file, and its term. */
export const SCHOOL = '990301';
export const TERM = '114-1';

export interface ExportShape {
  readonly rows: number;
  readonly encoding: 'utf-8' | 'cp950';
  /** One student's rows together, or all students' rows of one course, then of the next. */
  readonly order: 'by-student' | 'by-course';
}

function rocDate(iso: string): string {
  return `${Number(iso.slice(0, 4)) - 1911}/${iso.slice(5, 7)}/${iso.slice(8)}`;
}

/** The cells that are the same in all rows of one student. */
function studentCells(students: number, encoding: ExportShape['encoding']): string[] {
  const random = seeded('bench people');
  return Array.from({ length: students }, (_, student) => {
    const one = person(random, student, 114);
    const name = [...one.name].map((character) => (encoding === 'cp950' && encodeCp950(character).lost.length > 0 ? '珍' : character)).join('');
    return `114,1,114${String(student).padStart(6, '0')},${name},1${String(student % 20).padStart(2, '0')},${String(student % 40).padStart(2, '0')},${one.idNumber},${rocDate(one.birthDate)}`;
  });
}

/**
 * Writes `rows` rows of 20 columns, 20 rows a student, some cells quoted.
 * @returns SHA-256 of the file, so that two runs can be seen to measure the same
 */
export async function writeExport(path: string, { rows, encoding, order }: ExportShape): Promise<string> {
  const random = seeded('bench');
  const hash = createHash('sha256');
  const out = createWriteStream(path);
  const courses = coursesOf(SCHOOL, 114, 1);
  const students = studentCells(Math.ceil(rows / COURSES_A_STUDENT), encoding);
  const write = async (text: string): Promise<void> => {
    const bytes = encoding === 'utf-8' ? Buffer.from(text) : encodeCp950(text).bytes;
    hash.update(bytes);
    if (!out.write(bytes)) await once(out, 'drain');
  };
  const rowText = (at: number): string => {
    const student = order === 'by-student' ? Math.floor(at / COURSES_A_STUDENT) : at % students.length;
    const index = order === 'by-student' ? at % COURSES_A_STUDENT : Math.floor(at / students.length);
    const course = courses[index % courses.length]!;
    const code = `${course.courseCode.slice(0, 21)}${String(index + 10)}`;
    const score = 40 + random.below(60);
    const passed = score >= 60;
    const note = random.chance(0.3) ? '"學習態度認真，能主動參與討論, 並完成各項作業"' : '表現良好';
    return `${students[student]!},${code},"${course.subjectName}",1,${course.credits},${score},${passed ? 'Y,-1,-' : 'N,60,Y'},是,${note},王老師,"無"\r\n`;
  };
  await write(`${HEADER.join(',')}\r\n`);
  for (let at = 0; at < rows; at += BATCH) {
    await write(Array.from({ length: Math.min(BATCH, rows - at) }, (_, next) => rowText(at + next)).join(''));
  }
  out.end();
  await finished(out);
  return hash.digest('hex');
}
