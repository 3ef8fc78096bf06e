/** A copy of a shipped adapter with one thing spoilt. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesOf, subjectOf } from '../../../src/adapters/kit/subject.ts';
import { goldenText } from '../../../src/adapters/kit/golden.ts';
import { loadRegistry, ownAdapters } from '../../../src/adapters/registry.ts';

/** JSON as a test takes it apart: whatever stands there. */
type Json = ReturnType<typeof JSON.parse>;

export class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'licheng-kit-'));
  readonly folder: string;

  constructor(id: string) {
    this.folder = join(this.root, id);
    cpSync(join(ownAdapters(), id), this.folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  text(name: string, change: (text: string) => string): void {
    writeFileSync(this.path(name), change(readFileSync(this.path(name), 'utf8')));
  }

  json(name: string, change: (value: Json) => void): void {
    this.text(name, (text) => {
      const value = JSON.parse(text) as Json;
      change(value);
      return JSON.stringify(value);
    });
  }

  column(mapping: string, to: string, change: (column: Json) => void): void {
    this.json(`mapping/${mapping}.json`, (value) => change(value['columns'].find((column: Json) => column['to'] === to)));
  }

  /** Writes the golden output anew, for spoils that change it on the way to what they are about. */
  async accept(): Promise<void> {
    const registry = await loadRegistry([this.root]);
    const [adapter] = registry.adapters;
    const subject = subjectOf(adapter!, registry);
    for (const name of casesOf(this.folder)) writeFileSync(this.path(`fixtures/${name}/expected.json`), goldenText(await subject.read(name)));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
