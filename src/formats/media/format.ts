/** What an attached file is, by its first bytes (RULE-217); the extension is what somebody called it. */

/** Formats the rules let through, by the extensions they go by (RULE-205, RULE-206). */
export const EXTENSIONS: Readonly<Record<string, MediaFormat>> = { pdf: 'pdf', jpg: 'jpg', jpeg: 'jpg', png: 'png', mp3: 'mp3', mp4: 'mp4' };

export type MediaFormat = 'pdf' | 'jpg' | 'png' | 'mp3' | 'mp4';

/** Bytes from the start that {@link formatOf} wants to see. */
export const HEAD_BYTES = 1024;

/** `ftyp` brands of still pictures, which telephones save under any name. */
const PICTURE_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif', 'avis']);

/** Others by their first bytes, to be named in messages. */
const OTHERS: readonly (readonly [magic: string, format: string])[] = [
  ['GIF8', 'gif'], ['BM', 'bmp'], ['II*\0', 'tiff'], ['MM\0*', 'tiff'], ['PK\x03\x04', 'zip'], ['Rar!', 'rar'], ['7z\xbc\xaf', '7z'],
  ['\xd0\xcf\x11\xe0', 'office'], ['{\\rtf', 'rtf'], ['MZ', 'exe'], ['OggS', 'ogg'], ['fLaC', 'flac'], ['\x1a\x45\xdf\xa3', 'webm'], ['<!DOCTYPE html', 'html'], ['<html', 'html'],
];

/** A frame of MPEG audio: eleven set bits, then a version, layer, bit rate and sampling rate that exist. */
function isAudioFrame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  return (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

/**
 * The format by content: one of {@link MediaFormat}, another format's name, or `unknown`.
 *
 * @param head the first {@link HEAD_BYTES} bytes, or all there are
 */
export function formatOf(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (text.startsWith('%PDF')) return 'pdf';
  if (text.startsWith('\xff\xd8\xff')) return 'jpg';
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.slice(4, 8) === 'ftyp') return PICTURE_BRANDS.has(text.slice(8, 12)) ? 'heic' : 'mp4';
  if (text.startsWith('RIFF')) return text.slice(8, 12) === 'WEBP' ? 'webp' : text.slice(8, 12) === 'WAVE' ? 'wav' : 'avi';
  const other = OTHERS.find(([magic]) => text.startsWith(magic));
  if (other) return other[1];
  if (text.startsWith('ID3') || isAudioFrame(head)) return 'mp3';
  return 'unknown';
}

/** The extension of a file name, lower case and without its dot; what stands after the last dot, never the first. */
export function extensionOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const dot = last.lastIndexOf('.');
  return dot < 0 ? '' : last.slice(dot + 1).toLowerCase();
}

/** Extensions of files that are meant to hold tables, or more files: a picture of such a name is no table, but was meant for one. */
const TABLES = new Set(['csv', 'txt', 'xlsx', 'xlsm', 'xls', 'json', 'xml', 'zip', 'ods']);

/**
 * True for a file that is somebody's document, picture or recording and no table: its name says so, or it says nothing and the
 * first bytes leave no doubt. A bare frame of audio is too short a mark: text in UTF-16 begins the same way.
 */
export function isMedia(name: string, head: Uint8Array): boolean {
  const extension = extensionOf(name);
  if (Object.hasOwn(EXTENSIONS, extension) || TABLES.has(extension)) return Object.hasOwn(EXTENSIONS, extension);
  const format = formatOf(head);
  return format === 'pdf' || format === 'jpg' || format === 'png' || format === 'mp4' || (format === 'mp3' && !isAudioFrame(head));
}
