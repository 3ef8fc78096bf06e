/** The part of archiver that `write.ts` uses; the package ships no types. */
declare module 'archiver' {
  import type { Readable, Transform } from 'node:stream';

  export class ZipArchive extends Transform {
    constructor(options: { forceLocalTime: boolean; zlib: { level: number } });
    append(source: Readable | Buffer, data: { name: string; date: Date; mode: number; store: boolean }): this;
    finalize(): Promise<void>;
    abort(): this;
  }
}
