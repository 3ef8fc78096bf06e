#!/usr/bin/env node
/** The command: TypeScript as it stands in a checkout, `dist/` once installed as a package. Runs on Node 18 far enough to hand over. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepCompiledCode } from './compile-cache.mjs';
import { become, findNode, isNewEnough, NO_RUNTIME, ROOT } from './runtime.mjs';

const node = findNode();
if (node === null) {
  process.stderr.write(`${NO_RUNTIME}\n`);
  process.exitCode = 4;
} else if (!isNewEnough()) {
  become(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
} else {
  const warn = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
    // What we use is settled in the pinned release; early 24.x still announces it as new.
    if (type !== 'ExperimentalWarning') warn.call(process, warning, ...rest);
  };
  keepCompiledCode();
  const source = join(ROOT, 'src', 'cli', 'main.ts');
  const built = join(ROOT, 'dist', 'src', 'cli', 'main.js');
  await import(pathToFileURL(existsSync(source) ? source : built).href);
}
