/** A mapping proposed for a table no adapter knows. It is a proposal and nothing else: every column waits for a person. */
import type { Bilingual } from '../../core/problem.ts';
import { canonicalSchema } from '../../core/schemas.ts';
import { FIELDS } from '../../core/fields.ts';
import { idIsValid, normaliseId } from '../../core/national-id.ts';
import type { CellKind, Table } from '../../core/table.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { ColumnDefinition, MappingDefinition } from '../../mapping/definition.ts';
import { RESERVED } from '../../mapping/targets.ts';
import type { Registry } from '../registry.ts';
import { type ColumnGuess, guessColumns } from './columns.ts';
import { knownFields, modelsOf } from './known.ts';
import { samplesOf } from './sample.ts';
import { likeness, type Name, names } from './similar.ts';
import type { Cells } from './ways.ts';

export interface ProposedColumn extends ColumnGuess {
  /** Shapes of its cells, never the cells. */
  readonly samples: readonly string[];
}

export interface Proposal {
  readonly sheet: string;
  /** Null when the headers have nothing to do with any known sheet. */
  readonly definition: MappingDefinition | null;
  /** The known mapping it was modelled on. */
  readonly model: string | null;
  readonly confidence: number;
  readonly why: Bilingual;
  readonly columns: readonly ProposedColumn[];
  /** Fields a record needs that no column was found for: to be mapped, or excused in writing. */
  readonly missing: readonly string[];
}

/** Rows looked at, and columns: beyond them a table is not one people made. */
const ROWS = 500;
const COLUMNS = 200;
/** Share of the headers that must be like those of a known sheet. */
const ENOUGH = 0.3;
const KEY = ['idNumber', 'birthDate'];

async function cellsOf(table: Table): Promise<readonly { header: string; cells: Cells }[]> {
  const headers = [...new Set(table.header.filter((text) => text !== ''))].slice(0, COLUMNS);
  const columns = headers.map((header) => ({ header, index: table.header.indexOf(header), texts: [] as string[], kinds: [] as CellKind[] }));
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const { cells, kinds } of batch.slice(0, ROWS - rows)) {
      for (const column of columns) {
        const text = (cells[column.index] ?? '').trim();
        if (text === '') continue;
        column.texts.push(text);
        column.kinds.push((kinds?.[column.index] ?? 's') as CellKind);
      }
    }
    rows += batch.length;
    if (rows >= ROWS) break;
  }
  return columns.map(({ header, texts, kinds }) => ({ header, cells: { texts, kinds } }));
}

/** How much of the table a known sheet's headers are like, its title counted as one more header. */
function resemblance(table: Table, headers: readonly Name[], { definition }: CompiledMapping, nameOf: (text: string) => Name): number {
  const known = definition.columns.flatMap((column) => column.headers.map(nameOf));
  const best = (name: Name, among: readonly Name[]): number => among.reduce((most, other) => Math.max(most, likeness(name, other)?.score ?? 0), 0);
  const found = headers.map((header) => best(header, known)).filter((score) => score >= 0.6);
  const title = best(nameOf(table.sheet), [...definition.sheets, ...definition.rosters].map(nameOf));
  const present = found.reduce((sum, score) => sum + score, 0);
  // A sheet of few columns would be found in any: what it lacks of the known one counts too.
  return (present + title) / (headers.length + 1) * 0.7 + Math.min(1, found.length / definition.columns.length) * 0.3;
}

function definitionOf(table: Table, model: CompiledMapping, columns: readonly ColumnGuess[], needed: ReadonlySet<string>): MappingDefinition {
  const { record, constants } = model.definition;
  return {
    sheets: [table.sheet], rosters: [], rosterTypes: [], editions: ['current'], record, constants,
    columns: columns.flatMap(({ header, guess }): ColumnDefinition[] => {
      if (!guess) return [];
      const must = needed.has(guess.to) || guess.to.startsWith('term.');
      return [{ to: guess.to, headers: [header], ...guess.way, ...(must ? { required: true, nonBlank: true } : {}), confirmed: false }];
    }),
    certainty: 'D',
    source: `Proposed from the headers and the shape of the cells of one file, after ${model.id}; FILL IN who confirmed it and when.`,
  };
}

const nothing = (sheet: string, zh: string, en: string): Proposal => ({ sheet, definition: null, model: null, confidence: 0, why: { 'zh-TW': zh, en }, columns: [], missing: [] });

/** Proposes a mapping for one table. */
export async function proposeMapping(table: Table, registry: Registry): Promise<Proposal> {
  const headers = table.header.filter((text) => text !== '').slice(0, COLUMNS);
  if (headers.length === 0) return nothing(table.sheet, '分頁是空的。', 'The sheet is empty.');
  if (headers.some((text) => idIsValid(normaliseId(text)))) return nothing(table.sheet, '第一列像是資料，不是欄名；請先補上欄名。', 'The first row looks like data, not headers; add headers first.');
  const models = modelsOf(registry);
  const nameOf = names();
  const ranked = models.map((model) => ({ model, share: resemblance(table, headers.map(nameOf), model, nameOf) })).sort((a, b) => b.share - a.share);
  const [best] = ranked;
  if (!best || best.share < ENOUGH) return nothing(table.sheet, '欄名與任何已知的分頁都不像。', 'The headers are like those of no known sheet.');
  const columns = await cellsOf(table);
  const guesses = guessColumns(columns.map(({ header, cells }) => ({ header: nameOf(header), cells })), knownFields(best.model, models, nameOf));
  const { record, constants } = best.model.definition;
  const reserved: readonly string[] = [...RESERVED, ...Object.keys(constants)];
  const needed = new Set([...(canonicalSchema(record)['required'] as readonly string[]), ...KEY.filter((field) => Object.hasOwn(FIELDS[record], field))].filter((field) => !reserved.includes(field)));
  const found = guesses.flatMap(({ guess }) => guess ?? []);
  const title = best.model.definition.sheets[0] ?? '';
  return {
    sheet: table.sheet,
    definition: found.length === 0 ? null : definitionOf(table, best.model, guesses, needed),
    model: best.model.id,
    confidence: Math.round((found.reduce((sum, { confidence }) => sum + confidence, 0) / guesses.length) * 100) / 100,
    why: { 'zh-TW': `欄名最像「${title}」（${best.model.id}）。`, en: `The headers are most like those of ${title} (${best.model.id}).` },
    columns: guesses.map((guess, at) => ({ ...guess, samples: samplesOf(columns[at]!.cells.texts) })),
    missing: [...needed].filter((field) => !found.some(({ to }) => to === field)),
  };
}
