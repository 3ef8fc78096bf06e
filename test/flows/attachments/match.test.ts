/** Which file a link means, and which it must not be taken to mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, type DroppedFile, matchFiles, type Resolution } from '../../../src/flows/attachments/match.ts';

const A = 'A123456789';
const B = 'B123456780';
const OLD_A = 'C123456781';

const file = (path: string, content = path, more: Partial<DroppedFile> = {}): DroppedFile => ({ path, unit: '', drop: 1, sha256: content, md5: `md5 ${content}`, size: 9, ...more });
const claim = (id: string, link: string, more: Partial<Claim> = {}): Claim => ({
  ids: id === '' ? [] : [id], type: 'courseWork', item: 'item', link, roster: { unit: '', path: 'roster.xlsx', drop: 1 }, ...more,
});
const said = (resolution: Resolution | undefined): string => (resolution === undefined ? '' : 'file' in resolution ? resolution.file.sha256 : resolution.missing);
const resolve = (files: readonly DroppedFile[], ...claims: readonly Claim[]): string[] => matchFiles(files, claims).map(said);

describe('a link', () => {
  test.each<[name: string, link: string, path: string]>([
    ['the path in the package', `${A}/課程學習成果/C01.pdf`, `${A}/課程學習成果/C01.pdf`],
    ['a path in a folder around it', `${A}/課程學習成果/C01.pdf`, `2025/${A}/課程學習成果/C01.pdf`],
    ['with backslashes', `.\\${A}\\課程學習成果\\C01.pdf`, `${A}/課程學習成果/C01.pdf`],
    ['in another case', `${A}/x/c01.PDF`, `${A}/x/C01.pdf`],
    ['in the other composition', 'e\u0301.pdf', '\u00e9.pdf'],
    ['a bare name, in the student\'s folder', 'C01.pdf', `${A}/課程學習成果/C01.pdf`],
    ['a bare name, the id in the file\'s name', `${A}_C01.pdf`, `x/${A}_C01.pdf`],
    ['a path of the server, unpacked flat', '/upload/114/x9f.pdf', 'x9f.pdf'],
    ['a path of the server, unpacked by student', '/upload/114/x9f.pdf', `${A}/x9f.pdf`],
    ['of the browser', 'C:\\fakepath\\report.pdf', 'report.pdf'],
    ['a name of which one vendor left the middle out', `${A}/課程學習成果/C01.v2.pdf`, `${A}/課程學習成果/C01.pdf`],
  ])('%s', (_, link, path) => {
    expect(resolve([file(path), file(`${B}/課程學習成果/C01.pdf`), file('other.pdf')], claim(A, link))).toEqual([path]);
  });

  test.each<[name: string, link: string, path: string, missing: string]>([
    ['to nothing', 'x.pdf', 'y.pdf', 'nowhere'],
    ['out of the package', `../${A}/x.pdf`, `${A}/x.pdf`, 'nowhere'],
    ['to a name that is only another student\'s', 'C01.pdf', `${B}/C01.pdf`, 'nowhere'],
    ['into another student\'s folder', `${B}/C01.pdf`, `${B}/C01.pdf`, 'otherStudent'],
    ['to the other folder of the student', `${A}/課程學習成果/C01.pdf`, `${A}/多元表現/C01.pdf`, 'nowhere'],
    ['to a longer name', '01.pdf', 'C01.pdf', 'nowhere'],
    ['to the name without its middle, outside the student\'s folder', 'C01.v2.pdf', 'C01.pdf', 'nowhere'],
    ['to a file of the name in some other folder', 'upload/report.pdf', 'elsewhere/report.pdf', 'nowhere'],
  ])('%s resolves to nothing', (_, link, path, missing) => {
    expect(resolve([file(path)], claim(A, link))).toEqual([missing]);
  });

  test('may lead into the folder of the id the student had before', () => {
    expect(resolve([file(`${OLD_A}/C01.pdf`)], claim(A, `${OLD_A}/C01.pdf`, { ids: [A, OLD_A] }))).toEqual([`${OLD_A}/C01.pdf`]);
  });

  test('to a file without bytes has none', () => {
    expect(resolve([file('x.pdf', 'x', { size: 0 })], claim(A, 'x.pdf'))).toEqual(['empty']);
  });

  test('may use the name the student gave the file', () => {
    expect(resolve([file(`${A}/C01.pdf`, 'x', { original: '我的報告.pdf' })], claim(A, '我的報告.pdf'))).toEqual(['x']);
  });

  test('of an item of no one student goes by name alone', () => {
    expect(resolve([file('課程諮詢/會議.pdf', 'x')], claim('', '會議.pdf', { type: 'consultation' }))).toEqual(['x']);
  });
});

describe('two files of one name', () => {
  test('are told apart by the folder of the kind of item', () => {
    const files = [file(`${A}/課程學習成果/01.pdf`, 'work'), file(`${A}/多元表現/01.pdf`, 'performance')];
    expect(resolve(files, claim(A, '01.pdf'), claim(A, '01.pdf', { type: 'performance', item: 'other' }))).toEqual(['work', 'performance']);
  });

  test('are told apart by the MD5 the item gives', () => {
    expect(resolve([file('1/x.pdf', 'one'), file('2/x.pdf', 'two')], claim(A, 'x.pdf', { md5: 'md5 two' }))).toEqual(['two']);
  });

  test('are told apart by where the roster lies', () => {
    expect(resolve([file('1/x.pdf', 'one'), file('2/x.pdf', 'two')], claim(A, 'x.pdf', { roster: { unit: '', path: '2/roster.xlsx', drop: 1 } }))).toEqual(['two']);
    expect(resolve([file('x.pdf', 'one', { unit: '1.zip' }), file('x.pdf', 'two', { unit: '2.zip' })], claim(A, 'x.pdf', { roster: { unit: '2.zip', path: 'roster.xlsx', drop: 1 } }))).toEqual(['two']);
  });

  test('are one when their content is', () => {
    expect(resolve([file('1/x.pdf', 'same'), file('2/x.pdf', 'same')], claim(A, 'x.pdf'))).toEqual(['same']);
  });

  test('that nothing tells apart are reported', () => {
    expect(resolve([file('1/x.pdf', 'one'), file('2/x.pdf', 'two')], claim(A, 'x.pdf'))).toEqual(['ambiguous']);
  });

  test('stay what they were taken for before', () => {
    expect(resolve([file('1/x.pdf', 'one'), file('2/x.pdf', 'two')], claim(A, 'x.pdf', { before: 'one' }))).toEqual(['one']);
  });
});

describe('one file that two items want', () => {
  test('by its bare name is nobody\'s', () => {
    expect(resolve([file('report.pdf')], claim(A, 'report.pdf'), claim(B, 'report.pdf'))).toEqual(['ambiguous', 'ambiguous']);
    expect(resolve([file('report.pdf')], claim(A, 'report.pdf'), claim(A, 'report.pdf', { item: 'other' }))).toEqual(['ambiguous', 'ambiguous']);
  });

  test('is theirs where a path or an MD5 says so', () => {
    expect(resolve([file('files/report.pdf', 'x')], claim(A, 'files/report.pdf'), claim(B, 'files/report.pdf'))).toEqual(['x', 'x']);
    expect(resolve([file('report.pdf', 'x')], claim(A, 'report.pdf', { md5: 'md5 x' }), claim(B, 'report.pdf'))).toEqual(['x', 'ambiguous']);
  });

  test('is the item\'s when both are the same item in two rosters', () => {
    expect(resolve([file('report.pdf', 'x')], claim(A, 'report.pdf'), claim(A, 'report.pdf', { roster: { unit: '', path: 'year.xlsx', drop: null } }))).toEqual(['x', 'x']);
  });
});

describe('files of several drops', () => {
  const roster = (drop: number | null): Claim['roster'] => ({ unit: '', path: 'roster.xlsx', drop });

  test('a file sent in later by itself takes the place of the one before', () => {
    expect(resolve([file('x.pdf', 'old'), file('x.pdf', 'new', { drop: 2 })], claim(A, 'x.pdf'))).toEqual(['new']);
  });

  test('a roster sent in again without its files finds them', () => {
    expect(resolve([file('x.pdf', 'old')], claim(A, 'x.pdf', { roster: roster(null) }))).toEqual(['old']);
  });

  test('the package of the next year has a C01 of its own', () => {
    const path = `${A}/課程學習成果/C01.pdf`;
    const files = [file(path, 'last year'), file(path, 'this year', { drop: 2 })];
    expect(resolve(files, claim(A, path, { item: 'math' }), claim(A, path, { item: 'physics', roster: roster(2) }))).toEqual(['last year', 'this year']);
    expect(resolve(files, claim(A, path, { item: 'math', roster: roster(null) }), claim(A, path, { item: 'physics', roster: roster(2) }))).toEqual(['last year', 'this year']);
  });

  test('a bare name of next year\'s student does not become this one\'s', () => {
    const files = [file('report.pdf', 'of A'), file('report.pdf', 'of B', { drop: 2 })];
    expect(resolve(files, claim(A, 'report.pdf'), claim(B, 'report.pdf', { roster: roster(2) }))).toEqual(['of A', 'of B']);
    expect(resolve(files, claim(A, 'report.pdf', { roster: roster(null), before: 'of A' }), claim(B, 'report.pdf', { roster: roster(2) }))).toEqual(['of A', 'of B']);
  });
});

test('no student ever gets a file of another student\'s folder, and the order of files changes nothing', () => {
  const id = fc.constantFrom(A, B, OLD_A);
  const folder = fc.oneof(fc.constant(''), id.map((one) => `${one}/`), id.map((one) => `${one}/課程學習成果/`), fc.constant('out/'));
  const name = fc.constantFrom('C01.pdf', 'C02.pdf', 'report.pdf', 'a.b.pdf');
  const files = fc.uniqueArray(fc.record({ folder, name, drop: fc.integer({ min: 1, max: 3 }) }), { selector: ({ folder: f, name: n, drop }) => `${f}${n}${drop}`, maxLength: 12 });
  const claims = fc.array(fc.record({ id, folder, name, item: fc.constantFrom('math', 'physics'), drop: fc.option(fc.integer({ min: 1, max: 3 })) }), { maxLength: 8 });
  fc.assert(fc.property(files, claims, (some, links) => {
    const dropped = some.map((one) => file(`${one.folder}${one.name}`, `${one.folder}${one.name} ${one.drop}`, { drop: one.drop }));
    const wanted = links.map((one) => claim(one.id, `${one.folder}${one.name}`, { item: one.item, roster: { unit: '', path: 'roster.xlsx', drop: one.drop } }));
    const resolutions = matchFiles(dropped, wanted);
    resolutions.forEach((resolution, at) => {
      if ('file' in resolution) expect([...resolution.file.path.matchAll(/[A-Z]\d{9}/g)].map(([one]) => one).filter((one) => one !== links[at]!.id)).toEqual([]);
    });
    expect(matchFiles([...dropped].reverse(), wanted).map(said)).toEqual(resolutions.map(said));
  }));
});
