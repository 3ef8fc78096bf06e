/**
 * The operators' log (the winston door): JSON lines, one file a home.
 * Normal operation writes little, and a run that has nothing to do writes nothing: the file is opened
 * with the first line. Callers pass counts and masked keys, never records; ids that slip into a text
 * are masked here all the same (RULE-707).
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import winston from 'winston';
import { maskIdsIn } from '../core/mask.ts';

export interface Log {
  info(event: string, details?: Readonly<Record<string, unknown>>): void;
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  error(event: string, details?: Readonly<Record<string, unknown>>): void;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

const maskAll = winston.format((line) => {
  const masked: unknown = JSON.parse(maskIdsIn(JSON.stringify(line)));
  return Object.assign(line, masked);
});

/** A log that writes to `file`, created with its folder when the first line comes. */
export function openLog(file: string): Log {
  let logger: winston.Logger | undefined;
  const write = (level: 'info' | 'warn' | 'error', event: string, details: Readonly<Record<string, unknown>> = {}): void => {
    if (!logger) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      logger = winston.createLogger({
        format: winston.format.combine(winston.format.timestamp(), maskAll(), winston.format.json()),
        transports: [new winston.transports.File({ filename: file, maxsize: 16 * 1024 * 1024, maxFiles: 60, options: { flags: 'a', mode: 0o600 } })],
      });
    }
    logger.log({ level, message: event, ...details });
  };
  return {
    info: (event, details) => write('info', event, details),
    warn: (event, details) => write('warn', event, details),
    error: (event, details) => write('error', event, details),
    close: () => new Promise((resolve) => {
      if (!logger) return resolve();
      logger.once('finish', resolve);
      logger.end();
    }),
  };
}
