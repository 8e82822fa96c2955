/** Noticing that npm, which started us, was killed: nobody tells us then, and Ctrl-C would no longer reach us. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const lookEveryMs = process.platform === 'linux' ? 1_000 : 5_000;

/** Calls back once when the process that started us has gone, or the one above it: npm may put a shell in between. */
export function whenLauncherDies(tell) {
  const before = launchers();
  const timer = setInterval(() => {
    if (launchers() === before) return;
    clearInterval(timer);
    tell();
  }, lookEveryMs);
  timer.unref();
}

function launchers() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
