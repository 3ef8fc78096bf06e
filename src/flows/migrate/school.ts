/** Whose data the files are, where the operator did not say. */
import { detect } from '../../adapters/detect.ts';
import { shapesOf } from '../../adapters/shapes.ts';
import { Fault } from '../../core/fault.ts';
import type { OfferedFile } from '../intake/offered.ts';
import { openedFiles } from './opened.ts';
import type { MigrateOptions } from './options.ts';
import { only } from './recognise.ts';

/**
 * The one school that covers and file names say.
 *
 * @throws {Fault} `migrate/no-school` when none or more than one is said
 */
export async function schoolOf(files: readonly OfferedFile[], { from, registry, password }: Pick<MigrateOptions, 'from' | 'registry' | 'password'>): Promise<string> {
  const found = new Set<string>();
  for await (const one of openedFiles(files, { ...shapesOf(registry), ...(password === undefined ? {} : { password }) })) {
    const school = 'file' in one ? detect(one.file, only(from), { systems: [from.id] }).school : null;
    if (school !== null) found.add(school);
  }
  const [school] = found;
  if (school === undefined || found.size > 1) throw new Fault('migrate/no-school', { found: found.size === 0 ? '–' : [...found].sort().slice(0, 10).join(', ') });
  return school;
}
