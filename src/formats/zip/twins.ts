/** Finding names that mean one file: duplicates, case and composition twins, a file where a folder is. */
import { nameKey } from './names.ts';

/**
 * For every file name that clashes with another name, that other name. A folder may be stated any number of
 * times; a file may not share its key with another file, with a folder, or with a parent folder of any entry.
 */
export function findTwins(names: readonly string[]): Map<number, string> {
  const files = new Map<string, number>();
  const folders = new Map<string, string>();
  const twins = new Map<number, string>();
  names.forEach((name, index) => {
    const key = nameKey(name);
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) folders.set(key.slice(0, slash), name);
    if (name.endsWith('/')) {
      folders.set(key, name);
      return;
    }
    const earlier = files.get(key);
    if (earlier === undefined) {
      files.set(key, index);
    } else {
      twins.set(earlier, name);
      twins.set(index, names[earlier]!);
    }
  });
  for (const [key, index] of files) {
    const folder = folders.get(key);
    if (folder !== undefined) twins.set(index, folder);
  }
  return twins;
}
