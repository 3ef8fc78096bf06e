/** How a fault is shown: what, then what to do; never a stack, unless `LICHENG_DEBUG` asks for one. */
import { EXIT, Fault, FAULTS } from '../core/fault.ts';
import { maskIdsIn } from '../core/mask.ts';
import { fill, type Lang } from '../core/text.ts';

export interface ShownFault {
  readonly exit: number;
  readonly text: string;
  readonly json: { readonly fault: string; readonly message: string; readonly fix: string; readonly whoseMove: string; readonly retryable: boolean };
}

/** Anything thrown as a fault: what is not one already is an unexpected error of ours. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Fault('internal/unexpected', { detail: maskIdsIn(detail) }, { cause: error });
}

/** @param debug adds the stack, for the maintainers */
export function showFault(error: unknown, lang: Lang, debug: boolean): ShownFault {
  const fault = asFault(error);
  const definition = FAULTS[fault.code];
  const params = fault.paramsIn(lang);
  const message = maskIdsIn(fill(definition.message[lang], params));
  const fix = maskIdsIn(fill(definition.fix[lang], params));
  const stack = debug ? `\n${maskIdsIn(((fault.cause ?? fault) as Error).stack ?? '')}` : '';
  return {
    exit: definition.exit ?? EXIT.fault,
    text: `${message}\n${lang === 'en' ? 'What to do' : '處理方式'}: ${fix}${stack}`,
    json: { fault: fault.code, message, fix, whoseMove: definition.whoseMove, retryable: definition.retryable },
  };
}
