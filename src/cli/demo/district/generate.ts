/** A synthetic district: schools on different systems, some with seeded errors. */
import type { Adapter, Registry } from '../../../adapters/registry.ts';
import { withCoinedCharacters } from './coined.ts';
import { type SeededError, withCellErrors, withRecordErrors } from './errors.ts';
import { type DemoFile, systemFiles } from './files.ts';
import { planFile } from './plan.ts';
import { seeded } from './random.ts';
import { schoolRecords } from './school.ts';
import { yearFiles } from './year-files.ts';

export interface DistrictPlan {
  readonly schools: number;
  /** Students a school. */
  readonly students: number;
  readonly seed: string;
  readonly term: string;
  /** The system that takes what a school's own system has no sheet for. */
  readonly common: string;
  /** True to have the works and performances of the school year too, with their files, at clean schools and those with errors for the rules. */
  readonly year?: boolean;
}

export interface DemoSchool {
  readonly school: string;
  readonly name: string;
  readonly system: string;
  /** Its own system, then the one that takes the rest: who exported its files. */
  readonly systems: readonly string[];
  readonly files: readonly DemoFile[];
  /** Works and performances of the school year with their files; empty where they were not asked for. */
  readonly yearFiles: readonly DemoFile[];
  /** What is wrong with its data on purpose; nothing at a clean school. */
  readonly seeded: readonly SeededError[];
}

/** What a school's data is like: clean, with errors for the rules, or with cells that no conversion survives. */
type Flavour = 'clean' | 'rule-errors' | 'cell-errors';

const FLAVOURS: readonly Flavour[] = ['clean', 'rule-errors', 'cell-errors'];
const ORDINALS = [...'一二三四五六七八九十'];

/** Codes no real school has: place 99 is not in use. */
function schoolCode(index: number): string {
  return `99${Math.floor(index / 99) % 10}3${String((index % 99) + 1).padStart(2, '0')}`;
}

function schoolName(index: number): string {
  return `示範第${ORDINALS[index] ?? index + 1}高中（虛構）`;
}

/** True for a system that takes and gives a term's scores as sheets. */
function holdsScores({ manifest, mappings }: Adapter): boolean {
  return manifest.reads && manifest.writes && manifest.formats.some((format) => format === 'csv' || format === 'xlsx')
    && mappings.some(({ definition }) => definition.record === 'courseRecord' && definition.constants['kind'] === 'regular' && definition.writes !== false);
}

/** The systems schools can be on: the common one, those with layouts of their own, then those that take over another's. */
function systemsOf(registry: Registry, common: string): readonly Adapter[] {
  const rank = ({ id, manifest }: Adapter): number => (id === common ? 0 : manifest.extends !== undefined ? 3 : manifest.support === 'verified' ? 1 : 2);
  return registry.adapters.filter(holdsScores).toSorted((a, b) => rank(a) - rank(b));
}

/** Schools one by one, so that a large district needs the memory of one school. */
export async function* generateDistrict(registry: Registry, plan: DistrictPlan): AsyncGenerator<DemoSchool> {
  const systems = systemsOf(registry, plan.common);
  const common = registry.adapter(plan.common);
  if (systems.length === 0 || !common) throw new TypeError('no system to write for');
  for (let index = 0; index < plan.schools; index++) {
    const school = schoolCode(index);
    const random = seeded(`${plan.seed}/${school}`);
    const system = systems[index % systems.length]!;
    const flavour = FLAVOURS[index % FLAVOURS.length]!;
    const name = schoolName(index);
    const errors: SeededError[] = [];
    const onSeeded = (error: SeededError): void => { errors.push(error); };
    const clean = schoolRecords({ school, name, term: plan.term, students: plan.students, firstSerial: index * plan.students }, random);
    let records = flavour === 'rule-errors' ? withRecordErrors(clean, random, 120, onSeeded) : clean;
    if (system.manifest.encodings[0] === 'cp950') records = records.map(withCoinedCharacters);
    const every = flavour === 'cell-errors' ? 400 : Infinity;
    const both = [...new Set([system, common])];
    const files = await systemFiles(school, plan.term, records, both, (header, rows) => (every === Infinity ? rows : withCellErrors(header, rows, random, every, onSeeded)));
    const ofYear = plan.year !== true || flavour === 'cell-errors' ? [] : await yearFiles({
      school, term: plan.term, records: clean, common, random: seeded(`${plan.seed}/${school}/year`), spoilt: flavour === 'rule-errors',
    }, onSeeded);
    yield { school, name, system: system.id, systems: both.map(({ id }) => id), files: [...files, planFile(school, plan.term)], yearFiles: ofYear, seeded: errors };
  }
}
