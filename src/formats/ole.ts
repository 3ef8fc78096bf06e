/** OLE compound files: old .xls workbooks, and the envelope around a workbook with a password. */
import type { ByteSource } from '../core/bytes.ts';

export const OLE_MAGIC = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Name of the stream that holds an encrypted OOXML package ([MS-OFFCRYPTO] 2.3.4.4), as the directory stores names. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether the compound file wraps an encrypted .xlsx: its directory, which may lie anywhere, has that stream's name. */
export async function isEncryptedWorkbook(source: ByteSource): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of source.stream()) {
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(ENCRYPTED_PACKAGE)) return true;
    tail = bytes.subarray(-ENCRYPTED_PACKAGE.length);
  }
  return false;
}
