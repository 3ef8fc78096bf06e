/**
 * Makes a bare checkout ready to run: a Node new enough, the locked packages, the `licheng` command.
 * Plain JavaScript for Node 18, no packages, no Git. Does nothing, quickly, when nothing is to do;
 * any number of them may run at once.
 */
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, isNewEnough, NODE_MAJOR, NODE_PINNED, ROOT, runtimePackage, runtimePath } from '../bin/runtime.mjs';
import { withLock } from './setup/lock.mjs';
import { npmCi, SetupError } from './setup/npm.mjs';
import { RUNTIME_INTEGRITY } from './setup/runtime-integrity.mjs';
import { say } from './setup/say.mjs';
import { versionOf } from './setup/version-of.mjs';

const runtime = join(ROOT, '.runtime');
const packages = join(ROOT, 'node_modules');
/** For `npm run mutate` only: a hundred packages that nobody else has to wait for. */
const mutation = join(runtime, 'mutation');
const MUTATION = join(ROOT, 'test', 'mutation');
/** Packages hold native code, so a checkout carried to another kind of machine is set up anew. */
const machine = `${process.platform}-${process.arch}`;

function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** A state is reached when its stamp says so; the stamp is written last, inside the folder it speaks of. */
const states = [
  {
    stamp: join(runtime, 'ready'),
    wanted: () => `${NODE_PINNED} ${machine}`,
    needed: () => !isNewEnough(),
    reached: () => existsSync(runtimePath()),
    reach: fetchRuntime,
  },
  {
    stamp: join(packages, '.licheng-ready'),
    wanted: () => `${createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex')} ${machine}`,
    needed: () => true,
    reached: () => true,
    reach: installPackages,
  },
  {
    stamp: join(mutation, 'ready'),
    wanted: () => `${createHash('sha256').update(readFileSync(join(MUTATION, 'package-lock.json'))).digest('hex')} ${machine}`,
    needed: () => process.argv.includes('--mutation'),
    reached: () => true,
    reach: installMutation,
  },
];

function isOpen(state) {
  return state.needed() && !(state.reached() && readOrEmpty(state.stamp) === state.wanted());
}

/**
 * The executable alone, from the registry: the `node` package would fetch the same one by an install
 * script, which newer npm does not run unasked.
 */
async function fetchRuntime() {
  const name = runtimePackage();
  say(`這台電腦的 Node.js 是 ${process.version}，下載 ${NODE_PINNED} 到 .runtime/（不影響系統）…`,
    `this machine has Node.js ${process.version}: fetching ${NODE_PINNED} into .runtime/ (nothing else is touched)…`);
  const project = { name: 'licheng-runtime', version: '0.0.0', private: true, dependencies: { [name]: NODE_PINNED } };
  const lock = {
    ...project,
    lockfileVersion: 3,
    packages: {
      '': project,
      [`node_modules/${name}`]: { version: NODE_PINNED, integrity: RUNTIME_INTEGRITY[name] },
    },
  };
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(runtime, 'package.json'), `${JSON.stringify(project, null, 2)}\n`);
  writeFileSync(join(runtime, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  await npmCi(runtime);
  const version = versionOf(runtimePath());
  if (version !== `v${NODE_PINNED}`) {
    throw new SetupError('setup/runtime-does-not-run',
      `下載的 Node.js 無法在這台電腦（${machine}）執行。請自行安裝 Node.js ${NODE_MAJOR} 以上。`,
      `The fetched Node.js does not run on this machine (${machine}). Install Node.js ${NODE_MAJOR} or newer yourself.`,
      version);
  }
}

async function installPackages() {
  say('安裝鎖定版本的套件到 node_modules/…', 'installing the locked packages into node_modules/…');
  await npmCi(ROOT);
  linkCommand();
}

async function installMutation() {
  say('安裝變異測試的套件到 .runtime/mutation/…', 'installing the packages of mutation testing into .runtime/mutation/…');
  mkdirSync(mutation, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(MUTATION, file), join(mutation, file));
  // Its test runner is to be the checkout's own, not another one beside it.
  writeFileSync(join(mutation, '.npmrc'), 'legacy-peer-deps=true\n');
  await npmCi(mutation);
}

/** So that `npx licheng …` works in the checkout: npm links the commands of dependencies only. */
function linkCommand() {
  const folder = join(packages, '.bin');
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(folder, 'licheng.cmd'), '@node "%~dp0..\\..\\bin\\licheng.mjs" %*\r\n');
    return;
  }
  rmSync(join(folder, 'licheng'), { force: true });
  symlinkSync(join('..', '..', 'bin', 'licheng.mjs'), join(folder, 'licheng'));
  chmodSync(join(ROOT, 'bin', 'licheng.mjs'), 0o755);
}

async function setUp() {
  if (!states.some(isOpen)) return;
  mkdirSync(runtime, { recursive: true });
  await withLock(join(runtime, 'setup.lock'), async () => {
    for (const state of states) {
      // Another set-up may have done it while we waited.
      if (!isOpen(state)) continue;
      await state.reach();
      writeFileSync(state.stamp, state.wanted());
    }
  });
  say(`已就緒（Node.js ${versionOf(findNode())}）。`, `ready (Node.js ${versionOf(findNode())}).`);
}

try {
  await setUp();
} catch (error) {
  process.stderr.write(error instanceof SetupError ? error.text() : `setup/unexpected: ${error?.stack ?? error}\n`);
  process.exitCode = 4;
}
