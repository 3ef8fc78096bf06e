/**
 * Template workbooks made by the ministry and by a vendor, which are not ours to publish: tests use them
 * where they are, in the folder LICHENG_REAL_TEMPLATES names or beside the repository, and skip where not.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = process.env['LICHENG_REAL_TEMPLATES'] ?? resolve(import.meta.dirname, '../../shared/real');

export interface RealTemplate {
  /** `ministry-107-templates`, `ischool-108-templates`. */
  readonly folder: string;
  readonly name: string;
  readonly path: string;
}

/** All template workbooks by folder and name, or null where there are none. */
export function realTemplates(): RealTemplate[] | null {
  if (!existsSync(FOLDER)) return null;
  const found = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xlsx')).sort();
  if (found.length === 0) return null;
  return found.map((path) => {
    const [name = '', folder = ''] = path.split(/[\\/]/).reverse();
    return { folder, name, path: join(FOLDER, path) };
  });
}
