/** `node scripts/run.mjs FILE args…`: runs one of our TypeScript files on a Node that can, whatever Node started this. */
import { become, findNode, NO_RUNTIME } from '../bin/runtime.mjs';

const node = findNode();
if (node === null) {
  process.stderr.write(`${NO_RUNTIME}\n`);
  process.exitCode = 4;
} else {
  become(node, process.argv.slice(2));
}
