/** Links out of a report. */

/**
 * A relative path as a link: `/` between segments, each percent-encoded. Null for anything that would lead
 * elsewhere: a scheme, a root, a drive, another host.
 */
export function relativeHref(path: string): string | null {
  const slashed = path.replaceAll('\\', '/');
  if (slashed === '' || slashed.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(slashed) || /\p{Cc}/u.test(slashed)) return null;
  return slashed.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
