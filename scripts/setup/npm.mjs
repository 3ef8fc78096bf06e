import { spawn } from 'node:child_process';
import { NODE_MAJOR } from '../../bin/runtime.mjs';

/** A set-up that cannot go on: what is wrong and what to do, in both languages. */
export class SetupError extends Error {
  constructor(code, zh, en, detail) {
    super(code);
    Object.assign(this, { code, zh, en, detail });
  }

  text() {
    const told = this.detail.split('\n').filter((line) => line.trim() !== '' && !/^npm \S+\s+at /.test(line));
    const detail = told.slice(0, 8).map((line) => `  ${line}\n`).join('');
    return `${this.code}: ${this.zh}\n${this.code}: ${this.en}\n${detail}`;
  }
}

const UNREACHABLE = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|[A-Z_]*CERT_?[A-Z_]*|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\b|network/;
const NOT_THERE = /\b(E404|ETARGET|ENOVERSIONS)\b/;

/**
 * `npm ci` in a folder, quietly, without install scripts (none of our packages needs one).
 * npm runs on the Node it was started with, not on the fetched one: a distribution's npm finds its own
 * parts only through the distribution's Node. Throws {@link SetupError}.
 */
export async function npmCi(folder) {
  const options = [
    'ci', '--prefix', folder, '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress',
    '--no-engine-strict', '--no-update-notifier', '--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000',
  ];
  const cli = process.env.npm_execpath;
  const ours = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const windows = process.platform === 'win32';
  const child = ours
    ? spawn(process.execPath, [cli, ...options], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn(windows ? 'npm.cmd' : 'npm', options, { cwd: folder, shell: windows, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said = (said + chunk).slice(0, 20_000); });
  const code = await new Promise((resolve) => {
    child.on('error', (error) => { said += error.message; resolve(-1); });
    child.on('close', resolve);
  });
  if (code === 0) return;
  if (UNREACHABLE.test(said)) {
    throw new SetupError('setup/registry-unreachable',
      '連不上 npm 套件庫。請確認網路、代理伺服器與憑證（npm config get registry；自簽憑證用 NODE_EXTRA_CA_CERTS），再執行一次；已完成的部分會保留。',
      'The npm registry cannot be reached. Check the network, proxy and certificates (npm config get registry; NODE_EXTRA_CA_CERTS for your own) and run again; what is done stays done.', said);
  }
  if (NOT_THERE.test(said)) {
    throw new SetupError('setup/package-not-found',
      `套件庫沒有這個版本。請確認套件庫是否完整（npm config get registry）；若缺的是 Node.js，請自行安裝 Node.js ${NODE_MAJOR} 以上。`,
      `The registry does not have this version. Check that it is complete (npm config get registry); if Node.js is what is missing, install Node.js ${NODE_MAJOR} or newer yourself.`, said);
  }
  throw new SetupError('setup/npm-failed', '套件安裝失敗，npm 的說明如下。', 'Installing the packages failed; npm says:', said);
}
