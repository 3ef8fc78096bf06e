/**
 * Holds the mutants of one rule against that rule's own cases, by the very functions the tests assert. A rule is one
 * file that nothing else imports, so a mutant is a matter of loading that file once more and asking: milliseconds, where
 * a run of the whole test suite would take a second. For the files that rules share there is the vitest runner.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadRules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { caseMistakes, definitionMistakes, readMistakes } from '../rules/verdict.ts';

/** As much of what the mutation tool hands over as is looked at. */
interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly sandboxFileName: string;
}

/** The switches in the mutated code ask this which of them is on. */
const switches = ((globalThis as Record<string, { activeMutant?: string | undefined } | undefined>)['__stryker__'] ??= {});

async function mistakesOf(id: string, rule: Rule): Promise<readonly string[]> {
  return [...definitionMistakes(rule), ...readMistakes(id, rule), ...await caseMistakes(id, rule)];
}

/** `…/src/rules/course/score-range.ts` → `course/score-range`. */
function idOf(file: string): string {
  return /([^/\\]+)[/\\]([^/\\]+)\.ts$/.exec(file)!.slice(1).join('/');
}

class CaseRunner {
  capabilities(): object {
    return { reloadEnvironment: true };
  }

  /** Without a mutant every rule must be without mistakes, or a mutant's death would say nothing. */
  async dryRun(): Promise<object> {
    const tests = [];
    for (const [id, rule] of await loadRules()) {
      const mistakes = await mistakesOf(id, rule);
      tests.push({ id, name: id, timeSpentMs: 1, ...(mistakes.length === 0 ? { status: 0 } : { status: 1, failureMessage: mistakes.join('\n') }) });
    }
    return { status: 'complete', tests };
  }

  async mutantRun({ activeMutant, sandboxFileName }: MutantRun): Promise<object> {
    const id = idOf(sandboxFileName);
    const url = pathToFileURL(join(process.cwd(), sandboxFileName.startsWith(process.cwd()) ? sandboxFileName.slice(process.cwd().length) : sandboxFileName));
    switches.activeMutant = activeMutant.id;
    try {
      // Loaded anew while the mutant is on: what stands at the top of the file is mutated too.
      const { default: rule } = (await import(`${url.href}?mutant=${activeMutant.id}`)) as { readonly default: Rule };
      const mistakes = await mistakesOf(id, rule);
      return mistakes.length === 0 ? { status: 'survived', nrOfTests: 1 } : { status: 'killed', killedBy: [id], failureMessage: mistakes[0], nrOfTests: 1 };
    } catch (error) {
      return { status: 'killed', killedBy: [id], failureMessage: String(error), nrOfTests: 1 };
    } finally {
      switches.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'cases', injectableClass: CaseRunner }];
