/** What a call took. */
export interface Taken {
  wallMs: number;
  /** Processor time of all threads of this process, compiling and collecting garbage included: the same on a busy machine. */
  cpuMs: number;
}

/** Times a call that does not wait for anything. */
export function timeOf(call: () => unknown): Taken {
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  call();
  const wallMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wallMs, cpuMs: (user + system) / 1000 };
}
