import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scan, type Scanned } from './scan.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Made by tools at the top of the repository, never committed; the same names as in .gitignore. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', '.runtime', '.demo', '.licheng', 'coverage']);

/** Paths below a folder of the repository, with `/`, in order; the whole repository for `''`. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const entry of readdirSync(join(ROOT, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (NOT_OURS.has(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk(folder);
  return found.sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Written by `npm run generate`; their shape is the generator's business. */
export const GENERATED: ReadonlySet<string> = new Set(['src/core/model.ts', 'src/core/fields.ts', 'src/rules/README.md']);

/** The hand-written TypeScript below a folder. */
export function sourcesBelow(folder: string): readonly (Scanned & { readonly path: string })[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts') && !GENERATED.has(path))
    .map((path) => ({ path, ...scan(read(path)) }));
}
