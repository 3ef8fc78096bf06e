/**
 * Writes every generated file: types and tables from the schemas, reference pages, the rule catalogue.
 * Each module in `scripts/generate/` that exports `outputs()` takes part; `--check` only compares.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A generated file: path below the repository, whole text. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

const repository = join(import.meta.dirname, '..');

/** What all generators would write now, in order of path. */
export async function allOutputs(): Promise<readonly Output[]> {
  const folder = join(import.meta.dirname, 'generate');
  const outputs: Output[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { outputs?: () => Promise<readonly Output[]> };
    if (module.outputs !== undefined) outputs.push(...(await module.outputs()));
  }
  return outputs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths of generated files that differ from what would be written now, or are missing. */
export async function staleFiles(outputs: readonly Output[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { path, text } of outputs) {
    const present = await readFile(join(repository, path), 'utf8').catch(() => null);
    if (present !== text) stale.push(path);
  }
  return stale;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outputs = await allOutputs();
  const stale = await staleFiles(outputs);
  if (process.argv.includes('--check')) {
    for (const path of stale) process.stderr.write(`stale: ${path}\n`);
    process.exitCode = stale.length === 0 ? 0 : 2;
  } else {
    for (const { path, text } of outputs) if (stale.includes(path)) await writeFile(join(repository, path), text);
    process.stdout.write(`${outputs.length} generated files, ${stale.length} written\n`);
  }
}
