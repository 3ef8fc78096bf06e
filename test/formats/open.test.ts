import { describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { openInput } from '../../src/formats/open.ts';
import { writeXlsx } from '../../src/formats/xlsx/write.ts';
import { writeEncryptedZip } from '../../src/formats/zip/encrypted.ts';
import { writeZip } from '../../src/formats/zip/write.ts';
import { problemOf } from './problems.ts';
import { rawZip } from './zip/raw-zip.ts';

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
const open = (content: string | Uint8Array, name: string, password?: string) =>
  openInput(memorySource(bytesOf(content)), name, { encodings: ['utf-8', 'cp950'], ...(password === undefined ? {} : { password }) });

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const workbook = await writeXlsx({ sheets: [{ title: '學生資料', header: ['身分證號'], rows: [['A123456789']] }] });
const inside = [{ name: 'a.csv', source: memorySource(Buffer.from('x,y\n1,2\n')) }];

describe('openInput goes by content', () => {
  it.each(['名冊.xlsx', '名冊.zip', '名冊'])('a workbook named %s', async (name) => {
    const opened = await open(workbook, name);
    expect(opened.kind === 'file' && opened.file.tables[0]!.sheet).toBe('學生資料');
  });

  it('a text with the extension of one', async () => {
    const opened = await open(new TextEncoder().encode('身分證號,座號\nA123456789,01\n'), '114_1_學生資料名冊_學生資料.CSV');
    expect(opened.kind === 'file' && opened.file.tables[0]!.header).toEqual(['身分證號', '座號']);
  });

  it('an archive, with or without password', async () => {
    const plain = await open(await joined(writeZip(inside)), 'drop.zip');
    expect(plain.kind === 'archive' && plain.archive.entries.map((entry) => entry.name)).toEqual(['a.csv']);
    const locked = await open(await joined(writeEncryptedZip(inside, 'pw', 'aes-256')), 'drop.zip', 'pw');
    expect(locked.kind === 'archive' && locked.archive.problems).toEqual([]);
    expect((await open(rawZip([]), 'empty.zip')).kind).toBe('archive');
  });

  it.each<[string, string | Uint8Array, string, string, string?]>([
    ['nothing', '', 'a.csv', 'file/empty'],
    ['old Excel', `${OLE}${'\0'.repeat(600)}W\0o\0r\0k\0b\0o\0o\0k\0`, '名冊.xlsx', 'file/xls-not-xlsx'],
    ['a workbook with a password', `${OLE}${'\0'.repeat(262_120)}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`, '名冊.xlsx', 'file/password-workbook'],
    ['PDF', '%PDF-1.7', '名冊.csv', 'file/unknown-format', 'PDF'],
    ['RAR', 'Rar!\x1a\x07', '名冊.zip', 'file/unknown-format', 'RAR'],
    ['a web page named .xls', '<html><table><tr><td>', '名冊.xls', 'file/unknown-format', 'HTML'],
    ['a web page named .csv', '\xef\xbb\xbf<!DOCTYPE html>', '名冊.csv', 'file/unknown-format', 'HTML'],
    ['text named .xlsx', 'a,b\n1,2\n', '名冊.xlsx', 'file/unknown-format', '.xlsx'],
    ['text without extension', 'a,b\n1,2\n', 'README', 'file/unknown-format', '?'],
    ['Word', rawZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]), '名冊.docx', 'file/unknown-format', 'Word'],
    ['OpenDocument', rawZip([{ name: 'mimetype', data: 'application/vnd.oasis' }, { name: 'content.xml' }]), '名冊.ods', 'file/unknown-format', 'OpenDocument'],
    ['half a ZIP', rawZip([{ name: 'a' }]).subarray(0, 40), 'drop.zip', 'zip/damaged'],
  ])('%s is refused', async (_, content, name, code, found) => {
    expect(await problemOf(open(content, name))).toMatchObject({ code, file: name, ...(found === undefined ? {} : { params: { found } }) });
  });
});
