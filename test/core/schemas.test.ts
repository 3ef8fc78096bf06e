import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeListNames } from '../../src/core/codes.ts';
import { FIELDS } from '../../src/core/fields.ts';
import { RECORD_TYPES, type RecordType } from '../../src/core/record.ts';
import { CONFIG_SCHEMAS, canonicalFile, canonicalSchema, configSchema, submissionSchema } from '../../src/core/schemas.ts';
import { packageRoot, resourceJson } from '../../src/core/resources.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';

type Node = Readonly<Record<string, unknown>>;

const every = [
  ...RECORD_TYPES.map((type) => [type, canonicalSchema(type)] as const),
  ...CONFIG_SCHEMAS.map((name) => [`config/${name}`, configSchema(name)] as const),
  ['package/submission', submissionSchema()] as const,
  ['common', resourceJson('schemas/canonical/common.json') as Node] as const,
];

/** Every schema object inside a schema, with its path. */
function* nodes(node: unknown, path = ''): Generator<readonly [string, Node]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [path, node as Node];
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'params') yield* nodes(value, `${path}/${key}`);
  }
}

const typesOf = (node: Node): readonly unknown[] => [node['type'] ?? []].flat();
const properties = (type: RecordType): Readonly<Record<string, Node>> => canonicalSchema(type)['properties'] as Record<string, Node>;

describe.each(every)('%s', (_name, schema) => {
  test('is a valid schema with an id that carries a version', () => {
    compileSchema(schema);
    expect(schema['$id']).toMatch(/^urn:licheng:(canonical|config|package):[a-z0-9-]+:\d+$/);
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['title']).toMatch(/\p{Script=Han}/u);
    expect(schema['description']).toMatch(/\.$/);
  });

  test('bounds every string, array and open object', () => {
    const unbounded = [...nodes(schema)].filter(([, node]) => {
      const types = typesOf(node);
      if (types.includes('string')) return !Number.isInteger(node['maxLength']);
      if (types.includes('array')) return !Number.isInteger(node['maxItems']);
      if (types.includes('object')) return node['additionalProperties'] !== false && !Number.isInteger(node['maxProperties']);
      return false;
    });
    expect(unbounded.map(([path]) => path)).toEqual([]);
  });

  test('refuses property names it does not know', () => {
    const open = [...nodes(schema)].filter(([, node]) => typesOf(node).includes('object') && node['properties'] !== undefined && node['additionalProperties'] !== false);
    expect(open.map(([path]) => path)).toEqual([]);
  });
});

describe.each(RECORD_TYPES)('%s', (type) => {
  test('documents every field in both languages and classes it for masking', () => {
    const lacking = Object.entries(properties(type)).filter(([, field]) =>
      !/./.test(String(field['title'] ?? '')) || !/./.test(String(field['x-en'] ?? '')) || !String(field['description'] ?? '').endsWith('.')
      || !['id', 'name', 'birth', 'text', 'none'].includes(String(field['x-privacy'])));
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  test('names only kinds it has and code lists that exist', () => {
    const kinds = (properties(type)['kind']?.['enum'] ?? []) as readonly string[];
    const lists = codeListNames();
    const wrong = Object.entries(properties(type)).filter(([, field]) =>
      ((field['x-kinds'] ?? []) as readonly string[]).some((kind) => !kinds.includes(kind))
      || (field['x-codes'] !== undefined && !lists.includes(String(field['x-codes']))));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('allows no field beyond its own and carries its own name', () => {
    expect(properties(type)['type']?.['const']).toBe(type);
    expect(FIELDS[type]).toBeDefined();
    expect(Object.keys(FIELDS[type])).toEqual(Object.keys(properties(type)));
  });
});

test('there is one schema file a record type and no other', () => {
  const files = readdirSync(join(packageRoot(), 'schemas/canonical')).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual([...RECORD_TYPES.map(canonicalFile), 'common'].map((name) => `${name}.json`).sort());
});

/** Field names that adapters, rules and the store rely on. */
const RELIED_ON: Partial<Record<RecordType, string>> = {
  student: 'division studentNumber name sex groupCode departmentCode divisionCode classType grade className seat specialIdentity indigenousGroup indigenousStatus languageDialect languageExamYear languageValidUntil experimentalClass admissionRoute enrolmentStatus statusChangedOn track studyType',
  enrolment: 'kind changeCode changedOn reason oldIdNumber oldBirthDate homeSchool hostSchool groupCode departmentCode visitCode appliedFrom appliedTo',
  cadre: 'unit startDate endDate role level studentNumber',
  absence: 'absenceCode startDate endDate periods',
  coursePlanRow: 'planYear courseType courseCode subjectCode subjectName category domain groupCode departmentCode grade credits termCredits termOpenTypes attribute classGroup entryYear governing requiredElective',
  courseRecord: 'kind division courseYear courseTerm courseCode subjectCode subjectName grade credits hours hoursTerm1 hoursTerm2 score passed reexamScore reexamPassed reexam2Score reexam2Passed yearScore yearPassed studiedAgainScore studiedAgainPassed makeupMode retakeMode repeatMode identity counted description dataKey studentName className seat studentNumber nextClassName nextSeat nextStudentNumber',
  courseWork: 'kind division studiedTerm courseYear courseTerm courseSchool courseCode subjectCode subjectName grade credits hours makeupMode retakeMode identity documentLink mediaLink brief',
  performance: 'kind unit startDate endDate role level name item field award announcedOn team certificateCode certificateType certificateScore subResults certifiedOn certificateNumber certificateGroup organiser hours categoryCode content openedBy openYear openTerm hoursPerWeek weeks project courseName credits totalHours position date brief documentLink mediaLink workLink externalLink sheet107',
  consultation: 'form students headcount startedAt endedAt title place brief teacher attachmentName',
};

test.each(Object.entries(RELIED_ON))('%s keeps the field names others rely on', (type, names) => {
  expect(Object.keys(properties(type as RecordType))).toEqual(expect.arrayContaining(names.split(' ')));
});

test('every record type carries school, term, source, raw and extra; student records their key', () => {
  const withoutStudent = ['school', 'coursePlanRow', 'consultation', 'reply'];
  for (const type of RECORD_TYPES) {
    expect(Object.keys(properties(type))).toEqual(expect.arrayContaining(['school', 'term', 'source', 'raw', 'extra']));
    expect('idNumber' in properties(type) && 'birthDate' in properties(type)).toBe(!withoutStudent.includes(type));
  }
});

test('what identifies a person is never shown plain', () => {
  const found = RECORD_TYPES.flatMap((type) => Object.entries(FIELDS[type]).filter(([, { privacy }]) => privacy === 'none').map(([name]) => name));
  for (const name of ['idNumber', 'birthDate', 'oldIdNumber', 'oldBirthDate', 'studentNumber', 'nextStudentNumber', 'studentName', 'brief', 'description', 'documentLink', 'mediaLink']) {
    expect(found).not.toContain(name);
  }
  expect(FIELDS.student['name']?.privacy).toBe('name');
});

describe('a converted record that breaks a rule of the ministry is still a record', () => {
  const validate = compileSchema(canonicalSchema('courseRecord'), { allErrors: true });
  const good = {
    type: 'courseRecord', kind: 'regular', school: '011C71', term: '114-1', idNumber: 'A123456789', birthDate: '2008-03-15',
    courseCode: '108041305H11101A1010101', score: 80.5, passed: true, source: { input: 'a', table: 0, row: 2 },
  };

  test.each([
    ['an id that cannot be', { idNumber: 'X' }], ['a score over 100', { score: 120 }], ['no score', { score: null, passed: null }],
    ['an unknown code', { counted: '7' }], ['a course code of five characters', { courseCode: '10804' }], ['no birth date', { birthDate: undefined }],
  ])('%s', (_what, change) => {
    const record = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined));
    expect(validate(record)).toEqual([]);
  });

  test.each([
    ['an unknown field', { scor: 1 }, '', 'additionalProperties'], ['letters in a score', { score: '80' }, '/score', 'type'],
    ['a date that is not ISO', { birthDate: '0970315' }, '/birthDate', 'pattern'], ['an unknown kind', { kind: 'summer' }, '/kind', 'enum'],
    ['row 0', { source: { input: 'a', table: 0, row: 0 } }, '/source/row', 'minimum'], ['text without end', { description: 'x'.repeat(10001) }, '/description', 'maxLength'],
  ])('but not %s', (_what, change, path, keyword) => {
    expect(validate({ ...good, ...change })).toMatchObject([{ path, keyword }]);
  });
});
