/** How well a file fits a link. */
import { idsIn } from '../../core/mask.ts';
import type { RecordType } from '../../core/record.ts';
import type { Claim, DroppedFile } from './match.ts';
import { firstDotKey, partKey, partsOf, sharedTail } from './path.ts';

export interface Fit {
  /** 2: the link stands whole at the end of the path. 1: part of it, the rest left off. 0: the name but for its middle. */
  readonly grade: 0 | 1 | 2;
  /** Parts the link and the path share, from the end. */
  readonly shared: number;
  /** Nothing but this student's item can mean the file: an MD5, the student's own folder, or a path of folders says so. */
  readonly certain: boolean;
}

/** Folders by which packages keep the files of one kind of item apart (RULE-803). */
const FOLDERS: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  courseWork: ['課程學習成果'], performance: ['多元表現'], statement: ['自傳', '學習計畫'], consultation: ['課程諮詢', '諮詢'],
};

/** The kind of item that a path's folders are for; undefined when they do not say. */
function kindOfFolder(parts: readonly string[]): string | undefined {
  return Object.entries(FOLDERS).find(([, words]) => parts.slice(0, -1).some((part) => words.some((word) => partKey(part).includes(word))))?.[0];
}

function gradeOf(link: readonly string[], path: readonly string[], shared: number, own: boolean): Fit['grade'] | null {
  if (shared === link.length) return 2;
  const [asked, there] = [kindOfFolder(link), kindOfFolder(path)];
  if (asked !== undefined && there !== undefined && asked !== there) return null;
  // Unpacked flat, or into a folder for each student: the way there is another, the file is not.
  if (shared > 0) return own || shared === path.length ? 1 : null;
  return own && firstDotKey(link.at(-1)!) === firstDotKey(path.at(-1)!) ? 0 : null;
}

/** Null when the file cannot be meant: another name, another kind's folder, or a folder of another student's id. */
export function fitOf(claim: Claim, file: DroppedFile): Fit | null {
  const link = partsOf(claim.link);
  const path = partsOf(file.path);
  if (link === null || path === null) return null;
  const ids = idsIn(file.path);
  const own = ids.some((id) => claim.ids.includes(id));
  if (ids.length > 0 && !own && claim.ids.length > 0) return null;
  const named = file.original === undefined ? [] : [...path.slice(0, -1), file.original];
  const shared = Math.max(sharedTail(link, path), sharedTail(link, named));
  const grade = gradeOf(link, path, shared, own);
  return grade === null ? null : { grade, shared, certain: own || claim.md5 === file.md5 || (grade === 2 && link.length > 1) };
}

/** Compared from the left; the greater is the better. */
export function rankOf(claim: Claim, file: DroppedFile, fit: Fit): readonly number[] {
  const link = partsOf(claim.link)!;
  const path = partsOf(file.path)!;
  const beside = [...(partsOf(claim.roster.path) ?? []).slice(0, -1), ...link];
  const isAt = (place: readonly string[]): boolean => path.length === place.length && sharedTail(path, place) === place.length;
  return [
    Number(claim.md5 === file.md5),
    Number(idsIn(file.path).some((id) => claim.ids.includes(id))),
    fit.shared,
    isAt(beside) ? 2 : isAt(link) ? 1 : 0,
    Number(claim.roster.unit === file.unit),
    Number(kindOfFolder(path) === claim.type),
  ];
}
