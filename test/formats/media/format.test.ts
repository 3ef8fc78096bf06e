/** What a file is by its first bytes, whatever its name says. */
import { describe, expect, test } from 'vitest';
import { extensionOf, formatOf, isMedia } from '../../../src/formats/media/format.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('format by content', () => {
  test.each([
    ['%PDF-1.4\n', 'pdf'], ['\xff\xd8\xff\xe0', 'jpg'], ['\x89PNG\r\n\x1a\n', 'png'], ['\0\0\0\x18ftypisom', 'mp4'], ['\0\0\0\x18ftypM4A ', 'mp4'],
    ['ID3\x04', 'mp3'], ['\xff\xfb\x90\x64', 'mp3'], ['\xff\xf3\x40\xc0', 'mp3'],
    ['\0\0\0\x18ftypheic', 'heic'], ['GIF89a', 'gif'], ['PK\x03\x04', 'zip'], ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'], ['RIFF\0\0\0\0WEBPVP8', 'webp'], ['<html><body>', 'html'],
    ['', 'unknown'], ['hello', 'unknown'], ['\xff', 'unknown'], ['\xff\xff\xff\xff', 'unknown'], ['\xff\xe8\x90\x64', 'unknown'],
  ])('%j is %s', (head, format) => {
    expect(formatOf(bytes(head))).toBe(format);
  });
});

describe('a file that holds no tables', () => {
  test.each([
    ['C01.pdf', 'anything'], ['深/層.JPG', ''], ['a.b.mp4', '\0'], ['no-extension', '%PDF-1.7'], ['photo.dat', '\xff\xd8\xff\xe1'],
  ])('%s %j', (name, head) => {
    expect(isMedia(name, bytes(head))).toBe(true);
  });

  // The byte order mark of UTF-16 is also the beginning of a frame of MPEG audio.
  test.each([
    ['成績.csv', '\xff\xfea\0'], ['roster.xlsx', 'PK\x03\x04'], ['notes.txt', 'x'], ['old.rar', 'Rar!'], ['picture.csv', '\x89PNG'], ['data', '\xff\xfb\x90\x64'],
  ])('is not %s %j', (name, head) => {
    expect(isMedia(name, bytes(head))).toBe(false);
  });

  test.each([['a.b.pdf', 'pdf'], ['folder.d/name', ''], ['x.PNG', 'png'], ['', ''], ['.pdf', 'pdf']])('the extension of %j is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
