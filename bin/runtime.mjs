/**
 * Which Node.js runs licheng. The code needs Node 24; a machine with an older one gets the pinned
 * release in `.runtime/` (see scripts/setup.mjs). This file itself must run on Node 18.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** First major release that has what we use: type stripping, `node:sqlite`, `zlib` with zstd. */
export const NODE_MAJOR = 24;

/** The release fetched where the machine's own is older. */
export const NODE_PINNED = '24.21.0';

/** The checkout's, or the installed package's, top folder. */
export const ROOT = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/** True when this process's Node can run the code as it is. */
export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;
}

/** The npm package that holds nothing but the executable for this machine. */
export function runtimePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The plain name is another publisher's for Apple silicon.
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

/** Where the fetched executable stands once it is there. */
export function runtimePath() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(ROOT, '.runtime', 'node_modules', runtimePackage(), 'bin', file);
}

/** The executable to run the code with, or null when the machine has none yet. */
export function findNode() {
  if (isNewEnough()) return process.execPath;
  return existsSync(runtimePath()) ? runtimePath() : null;
}

/** Said when {@link findNode} is null. */
export const NO_RUNTIME = [
  `runtime/too-old: 需要 Node.js ${NODE_MAJOR} 以上，這台電腦是 ${process.version}。請在專案資料夾執行 npm run setup，或安裝 Node.js ${NODE_MAJOR}。`,
  `runtime/too-old: Node.js ${NODE_MAJOR} or newer is needed, this machine has ${process.version}. Run "npm run setup" in the checkout, or install Node.js ${NODE_MAJOR}.`,
].join('\n');

/**
 * Runs `node ...args` in this process's place: same terminal, same exit code, signals passed on. PATH stays
 * as it is: a distribution's npm works with the distribution's Node only.
 */
export function become(node, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  // Ctrl-C on a terminal reaches the child by itself; sending it twice would look like impatience.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => { if (!terminal) child.kill('SIGINT'); });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`runtime/broken: ${node}: ${error.message}\n`);
    process.exitCode = 4;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 4;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
