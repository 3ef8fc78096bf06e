/** Picks the text of the context's language; for the short lines a command says. */
import type { Context } from './command.ts';

export type Say = (zh: string, en: string) => string;

/** A function that picks between the two languages. */
export function words(context: Context): Say {
  return (zh, en) => (context.lang === 'en' ? en : zh);
}

/** `1,234`. */
export function count(number: number): string {
  return number.toLocaleString('en');
}
