/**
 * The attachment records of a school: made anew from its items and its files whenever one of them changed. Each term's stand in
 * a list of their own, an input like any other to the store, so that they count in the term's content and are read as records.
 */
import { sha256 } from '../../core/sha256.ts';
import { maskIdsIn } from '../../core/mask.ts';
import type { Problem } from '../../core/problem.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import { IntakeFindings } from '../intake/findings.ts';
import { inputId } from '../intake/input-id.ts';
import { problemFinding } from '../problem-finding.ts';
import type { Services } from '../services.ts';
import { rememberCertifications } from '../year/earlier.ts';
import { type ItemClaim, itemClaims } from './claims.ts';
import { contentOf } from './content.ts';
import { type KnownFiles, knownFiles, knownFilesKey } from './known-files.ts';
import { findFetch, fetchesKey } from './fetch/kept.ts';
import { isAddress, ITEM_TYPES } from '../../core/items/links.ts';
import { type DroppedFile, matchFiles, type Resolution } from './match.ts';
import { filesSetAside } from './set-aside.ts';
import { lookThrough, PDF_VERSION, pdfFields } from './pdfs.ts';
import { unnamedFiles } from './unnamed.ts';

/** Part of what the lists are made from: another way of matching makes them anew. */
const VERSION = 2;

/** The shelf with the one key of what the lists were made from. */
const STATE = 'attachments/state';

const SHEET = '附件';
const UNNAMED = '附件（尚未被引用）';

/** Name a list goes by; no file that is handed in can have it, because this one has no extension. */
function listFile(term: string): string {
  return `附件（${term}）`;
}

const listId = (file: string): string => sha256(`attachments ${file}`).slice(0, 32);

/** True for a list of attachments, as opposed to a file the school handed in. */
export function isAttachmentList({ id, file }: Pick<InputInfo, 'id' | 'file'>): boolean {
  return id === listId(file);
}

function inputKey(store: SchoolStore): string {
  return sha256(JSON.stringify([VERSION, PDF_VERSION, fetchesKey(store), knownFilesKey(store), store.terms().map((term) => store.contentKey(term, [...ITEM_TYPES, 'enrolment']))]));
}

type Drafts = readonly Omit<CanonicalRecord, 'source' | 'school'>[];

function draftOf(store: SchoolStore, claim: ItemClaim, resolution: Resolution): Drafts[number] {
  const { term, kind, link, idNumber, birthDate } = claim;
  const base = { type: 'attachment' as const, kind, term, ...(idNumber === undefined ? {} : { idNumber }), ...(birthDate === undefined ? {} : { birthDate }), link };
  if ('missing' in resolution) return { ...base, missing: resolution.missing, ...(resolution.why === undefined ? {} : { missingWhy: resolution.why }) };
  const { path, original } = resolution.file;
  const { sha256: digest, size, crc32, md5, format } = contentOf(store, resolution.file.sha256);
  return { ...base, fileName: original ?? path.slice(path.lastIndexOf('/') + 1), format, size, sha256: digest, md5, crc32, ...pdfFields(store, digest) };
}

/** One record for each student and link of a term. Where two items of the student mean different files by it, it means neither. */
function draftsOf(store: SchoolStore, claims: readonly (readonly [ItemClaim, Resolution])[]): Drafts {
  const groups = Map.groupBy(claims, ([{ idNumber = '', birthDate = '', kind, link }]) => [idNumber, birthDate, kind, link].join('\0'));
  return [...groups.values()].map((group) => {
    const contents = new Set(group.map(([, resolution]) => ('file' in resolution ? resolution.file.sha256 : resolution.missing)));
    const [claim, resolution] = group[0]!;
    return draftOf(store, claim, contents.size === 1 ? resolution : { missing: 'ambiguous' });
  });
}

interface ListContent {
  readonly file: string;
  readonly terms: readonly string[];
  readonly drafts: Drafts;
  /** Files to be set aside until an item names them. */
  readonly unnamed: readonly DroppedFile[];
}

/** Stages a list unless the one that is there says the same; returns its id when it was staged. */
async function stageList(store: SchoolStore, { file, terms, drafts, unnamed }: ListContent): Promise<string | null> {
  const id = listId(file);
  const hash = sha256(JSON.stringify([drafts, unnamed.map(({ path, sha256: digest }) => [path, digest])]));
  const before = store.input(id);
  if (before?.mappingHash === hash || (before === null && drafts.length + unnamed.length === 0)) return null;
  const findings = new IntakeFindings();
  const items = unnamed.map((one, index) => {
    const problem: Problem = { code: 'attachment/unnamed', params: { name: maskIdsIn(one.path), size: one.size } };
    // The same file keeps the same name in quarantine, whatever comes and goes around it.
    const item = `${id}:${inputId(one.path, one.sha256).slice(0, 16)}`;
    findings.add({ ...problemFinding(problem, { file, sheet: null, table: null, definition: null }), record: item });
    return { id: item, input: id, sheet: SHEET, row: index + 1, problem, header: ['檔案', '大小', 'SHA-256'], cells: [one.path, String(one.size), one.sha256] };
  });
  const staging = await store.stage(id);
  try {
    await staging.add(drafts.map((draft, index) => ({ ...draft, school: store.school, source: { input: id, table: 0, row: index + 1 } }) as CanonicalRecord));
    await staging.reject(items);
    await staging.finish({
      id, sha256: hash, size: 0, file, system: null, edition: null, encoding: null, mappingHash: hash, status: 'imported', terms,
      tables: [{ file, sheet: SHEET, header: [], mapping: null, rowsRead: drafts.length + items.length, imported: drafts.length, rejected: items.length }],
      records: { attachment: drafts.length }, rejected: items.length, findings: findings.samples, findingCounts: findings.counts,
    });
  } catch (error) {
    await staging.abort();
    throw error;
  }
  return id;
}

function listsOf(store: SchoolStore, known: KnownFiles, claims: readonly ItemClaim[], resolutions: readonly Resolution[]): readonly ListContent[] {
  const resolved = claims.map((claim, at) => [claim, resolutions[at]!] as const);
  const byTerm = Map.groupBy(resolved, ([{ term }]) => term);
  const lists = store.terms().map((term): ListContent => ({ file: listFile(term), terms: [term], drafts: draftsOf(store, byTerm.get(term) ?? []), unnamed: [] }));
  const named = new Set(resolutions.flatMap((resolution) => ('file' in resolution ? [resolution.file.sha256] : [])));
  const aside = filesSetAside(store);
  const unnamed = unnamedFiles(known.files, named).filter(({ sha256: digest }) => !aside.has(digest));
  return [...lists, { file: UNNAMED, terms: [], drafts: [], unnamed }];
}

/** The last of an address's path, as people read it. */
function fileNameOf(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replaceAll('/', '_') || 'file';
  } catch {
    return last;
  }
}

/** What an address led to: a file of no drop. */
function fetchedFile(store: SchoolStore, link: string): Resolution {
  const kept = findFetch(store, link.trim());
  if (kept === null) return { missing: 'notFetched' };
  if ('failure' in kept) return { missing: 'unreachable', why: kept.failure };
  const { sha256: digest, md5, size } = kept;
  const { pathname } = new URL(kept.address);
  return { file: { path: fileNameOf(pathname), unit: '', drop: 0, sha256: digest, md5, size } };
}

/** PDFs of works and performances: what is submitted has to be looked through. */
function pdfsOf(store: SchoolStore, claims: readonly ItemClaim[], resolutions: readonly Resolution[]): readonly string[] {
  return resolutions.flatMap((resolution, at) => {
    const { type } = claims[at]!;
    if (!('file' in resolution) || !(type === 'courseWork' || type === 'performance')) return [];
    const { sha256: digest } = resolution.file;
    return contentOf(store, digest).format === 'pdf' ? [digest] : [];
  });
}

/**
 * Brings the lists up to date; does nothing when neither items nor files have changed since they were made. Called after
 * everything that is published, and before anything that looks: a run that was cut off in between is made good by the next.
 */
export async function refreshAttachments({ registry, progress }: Pick<Services, 'registry' | 'progress'>, store: SchoolStore): Promise<void> {
  const key = inputKey(store);
  if (store.shelf(STATE).get('key') === key) return;
  const known = knownFiles(store);
  const claims = await itemClaims(registry, store, known.dropOf);
  const files = claims.filter(({ link }) => !isAddress(link));
  const matched = new Map(matchFiles(known.files, files).map((resolution, at) => [files[at]!, resolution]));
  const resolutions = claims.map((claim): Resolution => matched.get(claim) ?? fetchedFile(store, claim.link));
  await lookThrough({ progress }, store, pdfsOf(store, claims, resolutions));
  const staged: string[] = [];
  for (const list of listsOf(store, known, claims, resolutions)) {
    const id = await stageList(store, list);
    if (id !== null) staged.push(id);
  }
  if (staged.length > 0) await store.publish(staged);
  await rememberCertifications(store);
  store.shelve([{ shelf: STATE, key: 'key', value: key }]);
}
