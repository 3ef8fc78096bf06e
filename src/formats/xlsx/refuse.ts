/** Making problems of the `xlsx` area, so that a mistyped code does not compile. */
import { ProblemError, type Params, type Place, type Problem } from '../../core/problem.ts';
import type { XlsxProblemCode } from '../../core/problems/xlsx.ts';
import { XmlError, type XmlFlaw } from '../xml/sax.ts';

/** What is wrong at `place`; `value` is the cell's text as read. */
export function xlsxProblem(code: XlsxProblemCode, place: Place, params: Params, value?: string): Problem {
  return value === undefined ? { code, ...place, params } : { code, ...place, params, value };
}

/** The same, to be thrown where reading or writing cannot go on. */
export function xlsxError(code: XlsxProblemCode, place: Place, params: Params): ProblemError {
  return new ProblemError(xlsxProblem(code, place, params));
}

const FLAWS: Readonly<Record<XmlFlaw, XlsxProblemCode>> = {
  doctype: 'xlsx/unsafe-xml', 'too-deep': 'xlsx/unsafe-xml', 'too-long': 'xlsx/unsafe-xml',
  'not-utf-8': 'xlsx/damaged', malformed: 'xlsx/damaged',
};

/** An error of the XML layer as a problem of the part it happened in; anything else as it is. */
export function fromXml(error: unknown, file: string, part: string): unknown {
  return error instanceof XmlError ? xlsxError(FLAWS[error.flaw], { file }, { part, detail: error.flaw }) : error;
}
