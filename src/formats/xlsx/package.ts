/** A workbook's parts: found by relationships, whatever their names (ECMA-376 part 2). */
import { joined } from '../bytes.ts';
import type { ZipArchive, ZipEntry } from '../zip/archive.ts';
import { attribute, children, parseXml, type XmlNode } from '../xml/tree.ts';
import { fromXml, xlsxError } from './refuse.ts';

/** A link from one part to another. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type URI, `worksheet`: transitional and strict files differ in the rest. */
  readonly type: string;
  /** Path of the other part. */
  readonly target: string;
}

export class Package {
  readonly file: string;
  readonly #parts = new Map<string, ZipEntry>();

  constructor(archive: ZipArchive, file: string) {
    this.file = file;
    for (const entry of archive.entries) this.#parts.set(entry.name.toLowerCase(), entry);
  }

  /** Part names ignore case. */
  find(path: string): ZipEntry | undefined {
    return this.#parts.get(path.toLowerCase());
  }

  /** @throws ProblemError `xlsx/damaged` when there is no such part */
  part(path: string): ZipEntry {
    const found = this.find(path);
    if (!found) throw xlsxError('xlsx/damaged', { file: this.file }, { part: path, detail: 'missing' });
    return found;
  }

  /** A small part as a tree, from its root element. */
  async tree(path: string, root: string): Promise<XmlNode> {
    const part = this.part(path);
    try {
      return parseXml(await joined(part.stream()), root);
    } catch (error) {
      throw fromXml(error, this.file, path);
    }
  }

  /** Links of a part (`''` for the package itself), in file order; external ones are left out. */
  async links(path: string): Promise<Relationship[]> {
    const slash = path.lastIndexOf('/') + 1;
    const rels = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    if (!this.find(rels)) return [];
    return children(await this.tree(rels, 'Relationships'), 'Relationship')
      .filter((link) => attribute(link, 'TargetMode') !== 'External')
      .map((link) => ({
        id: attribute(link, 'Id') ?? '',
        type: (attribute(link, 'Type') ?? '').split('/').at(-1)!,
        target: resolve(path.slice(0, slash), attribute(link, 'Target') ?? ''),
      }));
  }
}

/** A relationship target against the folder of its source; `..` never leaves the package. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}
