/** A progress line on a terminal for anything longer than a second; silent in a pipe. */
import type { Clock } from './clock.ts';

export interface Progress {
  /** Says what is being done; `done` of `total` when both are known. */
  step(what: string, done?: number, total?: number): void;
  /** Clears the line. */
  end(): void;
}

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

/** Cells a text takes on a terminal: ideographs and full-width signs take two. */
function width(text: string): number {
  let cells = 0;
  for (const character of text) cells += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return cells;
}

/** Draws on the stream when it is a terminal. */
export function terminalProgress(stream: NodeJS.WriteStream, clock: Clock): Progress {
  if (!stream.isTTY) return quietProgress;
  const started = clock.now();
  let drawn = 0;
  let shown = false;
  return {
    step(what, done, total) {
      const now = clock.now();
      if (now - started < PATIENCE_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      shown = true;
      const amount = done === undefined ? '' : total ? ` ${done.toLocaleString('en')}/${total.toLocaleString('en')}` : ` ${done.toLocaleString('en')}`;
      let line = `… ${what}${amount}`;
      while (width(line) >= (stream.columns || 80)) line = line.slice(0, -1);
      stream.write(`\r\u001b[2K${line}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}

/** For threads, tests and pipes: says nothing. */
export const quietProgress: Progress = { step: () => {}, end: () => {} };
