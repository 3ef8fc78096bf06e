/** The commands, in the order the help lists them; each folder is loaded only when it is called. */
import type { Command } from './command.ts';

type Loader = () => Promise<{ default: Command }>;

export const COMMANDS: Readonly<Record<string, Loader>> = {
  init: () => import('./init/command.ts'),
  doctor: () => import('./doctor/command.ts'),
  detect: () => import('./detect/command.ts'),
  import: () => import('./import/command.ts'),
  check: () => import('./check/command.ts'),
  calendar: () => import('./calendar/command.ts'),
  codes: () => import('./codes/command.ts'),
  pack: () => import('./pack/command.ts'),
  receipt: () => import('./receipt/command.ts'),
  run: () => import('./run/command.ts'),
  serve: () => import('./serve/command.ts'),
  runs: () => import('./runs/command.ts'),
  replies: () => import('./replies/command.ts'),
  approve: () => import('./approve/command.ts'),
  quarantine: () => import('./quarantine/command.ts'),
  migrate: () => import('./migrate/command.ts'),
  portfolio: () => import('./portfolio/command.ts'),
  seal: () => import('./seal/command.ts'),
  explain: () => import('./explain/command.ts'),
  rules: () => import('./rules/command.ts'),
  adapters: () => import('./adapters/command.ts'),
  demo: () => import('./demo/command.ts'),
};
