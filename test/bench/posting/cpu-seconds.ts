import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in these, on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  pid: number;
  parent: number;
  ownSeconds: number;
  /** Of children that have ended. */
  endedSeconds: number;
}

/** Processor time that a process has used until now, with all its threads. */
export function cpuSeconds(pid: number): number {
  return timesOf(pid)?.ownSeconds ?? 0;
}

/** The same of a process with its children, also those that have ended: PostgreSQL has one a connection. */
export function cpuSecondsOfFamily(pid: number): number {
  return pidsNow()
    .flatMap((each) => timesOf(each) ?? [])
    .filter((each) => each.pid === pid || each.parent === pid)
    .reduce((sum, each) => sum + each.ownSeconds + (each.pid === pid ? each.endedSeconds : 0), 0);
}

/** @throws Error when there is none */
export function parentOf(pid: number): number {
  const parent = timesOf(pid)?.parent;
  if (parent === undefined) throw new Error(`Process ${pid} does not run.`);
  return parent;
}

/** The process that runs a program with all of these words. @throws Error unless there is exactly one */
export function pidOf(program: string, words: readonly string[]): number {
  const found = pidsNow().filter((pid) => {
    const [first, ...others] = (read(pid, 'cmdline') ?? '').split('\0');
    return first === program && words.every((word) => others.includes(word));
  });
  const [pid] = found;
  if (pid === undefined || found.length > 1) throw new Error(`${found.length} processes run ${program}.`);
  return pid;
}

function timesOf(pid: number): ProcessTimes | null {
  const stat = read(pid, 'stat');
  if (stat === null) return null;
  // The name in brackets may hold anything; the fields from the third on come after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (...numbers: number[]) =>
    numbers.reduce((sum, number) => sum + Number(fields[number - 3]), 0) / TICKS_PER_SECOND;
  return { pid, parent: Number(fields[1]), ownSeconds: seconds(14, 15), endedSeconds: seconds(16, 17) };
}

function pidsNow(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** @returns null when the process has ended */
function read(pid: number, name: 'stat' | 'cmdline'): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
