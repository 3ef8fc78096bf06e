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

function rocDate(iso: string): string {
  return `${Number(iso.slice(0, 4)) - 1911}/${iso.slice(5, 7)}/${iso.slice(8)}`;
}

/**
 * Writes `rows` rows of 20 columns, 20 rows a student, some cells quoted.
 * @returns SHA-256 of the file, so that two runs can be seen to measure the same
 */
export async function writeExport(path: string, rows: number, encoding: 'utf-8' | 'cp950'): Promise<string> {
  const random = seeded('bench');
  const hash = createHash('sha256');
  const out = createWriteStream(path);
  const courses = coursesOf('990301', 114, 1);
  const bytesOf = (text: string): Uint8Array => (encoding === 'utf-8' ? Buffer.from(text) : encodeCp950(text).bytes);
  const write = async (text: string): Promise<void> => {
    const bytes = bytesOf(text);
    hash.update(bytes);
    if (!out.write(bytes)) await once(out, 'drain');
  };
  await write(`${HEADER.join(',')}\r\n`);
  for (let student = 0; student * COURSES_A_STUDENT < rows; student++) {
    const one = person(random, student, 114);
    const name = [...one.name].map((character) => (encoding === 'cp950' && encodeCp950(character).lost.length > 0 ? '珍' : character)).join('');
    let text = '';
    for (let index = 0; index < COURSES_A_STUDENT && student * COURSES_A_STUDENT + index < rows; index++) {
      const course = courses[index % courses.length]!;
      const code = `${course.courseCode.slice(0, 21)}${String(index + 10)}`;
      const score = 40 + random.below(60);
      const note = random.chance(0.3) ? '"學習態度認真，能主動參與討論, 並完成各項作業"' : '表現良好';
      text += `114,1,114${String(student).padStart(6, '0')},${name},1${String(student % 20).padStart(2, '0')},${String(student % 40).padStart(2, '0')},${one.idNumber},${rocDate(one.birthDate)},${code},"${course.subjectName}",1,${course.credits},${score},${score >= 60 ? 'Y' : 'N'},${score >= 60 ? '-1' : '60'},${score >= 60 ? '-' : 'Y'},是,${note},王老師,"無"\r\n`;
    }
    await write(text);
  }
  out.end();
  await finished(out);
  return hash.digest('hex');
}
