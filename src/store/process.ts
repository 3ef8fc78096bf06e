/** Is a process that left its number somewhere still the same and alive? */
import { readFileSync } from 'node:fs';

/** A mark that tells two processes of one number apart (boot id and start tick); null where the system has no /proc. */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks and parentheses itself; fields are counted after its end.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}

/** @param start what {@link processStart} said when the number was noted. */
export function isAlive(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return start === null || processStart(pid) === start;
}
