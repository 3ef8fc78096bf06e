/** Beside a file that could not be dealt with at night lies a text that says why and what to do: the registrar's eyes are on the folder. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { FAULTS, type Fault } from '../../../core/fault.ts';
import { maskIdsIn } from '../../../core/mask.ts';
import { textIn } from '../../../core/text.ts';
import { publishIfChanged } from '../../publish-file.ts';

const ENDING = '.問題.txt';

export interface Trouble {
  readonly message: string;
  readonly fix: string;
}

/** True for the texts themselves, which are neither packages nor lists. */
export const isTrouble = (name: string): boolean => name.endsWith(ENDING);

/** A fault in words, without ids. */
export function troubleOf({ code, params }: Fault): Trouble {
  const { message, fix } = FAULTS[code];
  const masked = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? maskIdsIn(value) : value]));
  return { message: textIn('zh-TW', message, masked), fix: textIn('zh-TW', fix, masked) };
}

/** Writes the text beside a file; the same remedy is said once, after what it is for. */
export function tellTrouble(path: string, troubles: readonly Trouble[]): void {
  const byFix = Map.groupBy(troubles, ({ fix }) => fix);
  publishIfChanged(`${path}${ENDING}`, [...byFix].map(([fix, list]) => `${[...new Set(list.map(({ message }) => message))].join('\n')}\n→ ${fix}\n`).join('\n'));
}

/** Takes the text away once its file is dealt with. */
export function endTrouble(path: string): void {
  rmSync(`${path}${ENDING}`, { force: true });
}

/** How many files of a folder wait for somebody; a text whose file somebody took away is taken away too. */
export function countTroubles(folder: string): number {
  if (!existsSync(folder)) return 0;
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isTrouble).map((name) => `${folder}/${name}`);
  const orphans = texts.filter((path) => !existsSync(path.slice(0, -ENDING.length)));
  for (const path of orphans) rmSync(path, { force: true });
  return texts.length - orphans.length;
}
