/** `npm run check`: what a change must pass before anything is tested: types, lint, generated files, house tests. */
import { report, run, runChecks, tool } from './steps.ts';

const failed = await runChecks();
const house = await run({ name: 'house tests', args: [tool('vitest', 'vitest.mjs'), 'run', '--project', 'house', '--reporter', 'dot'] });
report(house);
process.exitCode = failed === 0 && house.passed ? 0 : 2;
