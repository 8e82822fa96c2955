/** Whether a process still runs. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Tells a process from a later one with the same id: its id and when it started. Undefined when there is none. */
export function markOf(pid) {
  try {
    if (process.platform !== 'linux')
      return `${pid} ${execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()}`;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may itself hold spaces and brackets: count from the last one.
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return undefined;
  }
}

/** Whether the process of a mark still runs. */
export function isAlive(mark) {
  return markOf(Number.parseInt(mark, 10)) === mark;
}
