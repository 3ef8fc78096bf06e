/** The part of unzipper that `directory.ts` uses; the package ships no types. */
declare module 'unzipper' {
  interface DirectoryRecord {
    signature: number;
    versionMadeBy: number;
    flags: number;
    compressionMethod: number;
    crc32: number;
    compressedSize: number | undefined;
    uncompressedSize: number | undefined;
    fileNameLength: number;
    extraFieldLength: number;
    fileCommentLength: number;
    externalFileAttributes: number;
    offsetToLocalFileHeader: number | undefined;
    /** The name's bytes; the empty string when its length is 0. */
    pathBuffer: Uint8Array | '';
  }

  interface CustomSource {
    size(): Promise<number>;
    stream(offset: number, length?: number): NodeJS.ReadableStream;
  }

  const unzipper: {
    Open: {
      custom(source: CustomSource, options: { tailSize: number }): Promise<{ files: DirectoryRecord[] }>;
    };
  };
  export default unzipper;
}
