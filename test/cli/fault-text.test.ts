import { describe, expect, test } from 'vitest';
import { showFault } from '../../src/cli/fault-text.ts';
import { Fault, FAULTS, type FaultCode } from '../../src/core/fault.ts';

const LANGS = ['zh-TW', 'en'] as const;

describe('what is shown of a fault', () => {
  test.each(Object.keys(FAULTS) as FaultCode[])('%s: what, what to do, exit code and whose move', (code) => {
    for (const lang of LANGS) {
      const shown = showFault(new Fault(code, {}), lang, false);
      expect(shown.exit).toBe(FAULTS[code].exit);
      expect(shown.text.split('\n')).toHaveLength(2);
      expect(shown.json).toMatchObject({ fault: code, whoseMove: FAULTS[code].whoseMove, retryable: FAULTS[code].retryable });
    }
  });

  test('an error nobody foresaw is a fault of ours, without its stack unless asked for', () => {
    const error = new TypeError('x of A123456789 is undefined');
    const shown = showFault(error, 'en', false);
    expect(shown).toMatchObject({ exit: 4, json: { fault: 'internal/unexpected' } });
    expect(shown.text).toContain('A12345****');
    expect(shown.text).not.toMatch(/A123456789|fault-text\.test\.ts/);
    expect(showFault(error, 'en', true).text).toMatch(/fault-text\.test\.ts:\d+/);
  });

  test('something thrown that is no error is shown all the same', () => {
    expect(showFault('out of cheese', 'en', true).text).toContain('out of cheese');
  });

  test('ids in parameters are masked', () => {
    expect(showFault(new Fault('file/not-found', { file: '/tmp/A123456789.csv' }), 'zh-TW', false).text).toContain('A12345****');
  });
});
