import { detect, type Detection } from '../../adapters/detect.ts';
import { shapesOf } from '../../adapters/shapes.ts';
import { adaptersNamed } from '../../adapters/prefer.ts';
import { loadRegistry, type Registry } from '../../adapters/registry.ts';
import { EXIT, Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { textIn } from '../../core/text.ts';
import { filesAt, isNotData } from '../../flows/intake/offered.ts';
import { memorySource, readAll } from '../../formats/bytes.ts';
import { openInput } from '../../formats/open.ts';
import type { ZipEntry } from '../../formats/zip/archive.ts';
import type { ByteSource } from '../../core/bytes.ts';
import { command, type Context } from '../command.ts';
import { SYSTEM, systemOption } from '../options.ts';
import { adapterFolders } from '../services.ts';
import { words } from '../words.ts';

interface Detected {
  readonly file: string;
  readonly system: string | null;
  readonly edition: string | null;
  readonly rosterType: string | null;
  readonly confidence: number;
  readonly clues: readonly string[];
  readonly school: string | null;
  readonly term: string | null;
  readonly sheets: readonly { readonly sheet: string; readonly mapping: string | null; readonly reason: string }[];
}

const NESTED_CAP = 256 * 1024 * 1024;

function shape({ lang }: Context, file: string, detection: Detection): Detected {
  const { system, edition, rosterType, confidence, problems, school, term } = detection;
  const clues = [...problems.map(({ code, params }) => textIn(lang, PROBLEMS[code]!.message, params)), ...detection.clues.map((clue) => clue[lang])];
  const sheets = detection.tables.map(({ table, mapping, reason }) => ({ sheet: table.sheet, mapping: mapping?.id ?? null, reason: reason[lang] }));
  return { file, system, edition, rosterType, confidence, clues, school, term, sheets };
}

/** Unreadable files are an answer too: no system, and why. */
function unreadable(context: Context, file: string, error: ProblemError): Detected {
  const definition = PROBLEMS[error.problem.code];
  const clue = definition ? textIn(context.lang, definition.message, { file, ...error.problem.params }) : error.problem.code;
  return { file, system: null, edition: null, rosterType: null, confidence: 0, clues: [clue], school: null, term: null, sheets: [] };
}

async function detectEntry(context: Context, entry: ZipEntry, name: string, registry: Registry): Promise<Detected[]> {
  try {
    const bytes = await readAll(await entry.source(), NESTED_CAP);
    return await detectIn(context, memorySource(bytes), name, registry);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [unreadable(context, name, error)];
  }
}

async function detectIn(context: Context, source: ByteSource, name: string, registry: Registry): Promise<Detected[]> {
  try {
    const opened = await openInput(source, name, { encodings: ['utf-8', 'cp950'], ...shapesOf(registry) });
    if (opened.kind === 'file') {
      try {
        return [shape(context, name, detect(opened.file, registry, { systems: systemOption(context) }))];
      } finally {
        await opened.file.close();
      }
    }
    const { archive } = opened;
    const found: Detected[] = [];
    try {
      for (const entry of archive.entries.filter((one) => !isNotData(one.name))) found.push(...await detectEntry(context, entry, `${name}!${entry.name}`, registry));
    } finally {
      await archive.close();
    }
    return [...found, ...archive.problems.map((problem) => unreadable(context, `${name}!${String(problem.params['entry'])}`, new ProblemError(problem)))];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [unreadable(context, name, error)];
  }
}

export default command({
  name: 'detect',
  summary: { 'zh-TW': '看檔案是哪個系統、哪一版、哪個名冊', en: "tell a file's system, edition and roster" },
  usage: ['detect FILE… [--system ID]'],
  takes: Infinity,
  options: { system: SYSTEM },
  examples: [{ line: 'detect 成績名冊.xlsx --json', says: { 'zh-TW': '逐分頁列出認定的依據', en: 'what each sheet was recognised by' } }],
  async run(context) {
    if (context.positionals.length === 0) throw new Fault('usage/bad-option', { command: 'detect', detail: 'FILE…' });
    const registry = await loadRegistry(adapterFolders(context.home));
    adaptersNamed(registry, systemOption(context));
    const found: Detected[] = [];
    for (const offered of filesAt(context.positionals)) {
      await using source = await offered.open();
      found.push(...await detectIn(context, source, offered.name, registry));
    }
    const say = words(context);
    for (const one of found) {
      context.say(`${one.file}: ${one.system ?? say('認不出來', 'not recognised')} ${one.edition ?? ''} (${Math.round(one.confidence * 100)} %)${one.term ? ` · ${one.term}` : ''}${one.rosterType ? ` · ${say('名冊別', 'roster type')} ${one.rosterType}` : ''}`);
      for (const clue of one.clues) context.say(`  · ${clue}`);
      for (const sheet of one.sheets.filter(({ mapping }) => mapping === null)) context.say(`  ✗ ${sheet.sheet}: ${sheet.reason}`);
    }
    context.result(found.length === 1 ? found[0] : found);
    return found.every((one) => one.system !== null) ? EXIT.done : EXIT.errorsFound;
  },
});
