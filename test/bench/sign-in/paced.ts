import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does something so many times a second, whether the times before have ended or not: a server that becomes slow is not
 * spared by it. Resolves when all have ended.
 * @param once gets how many came before
 */
export async function paced(perSecond: number, seconds: number, once: (time: number) => Promise<void>): Promise<void> {
  const begunMs = performance.now();
  const all: Promise<void>[] = [];
  for (let time = 0; time < perSecond * seconds; time += 1) {
    const waitMs = begunMs + (time * 1_000) / perSecond - performance.now();
    if (waitMs > 1) await pause(waitMs);
    all.push(once(time));
  }
  await Promise.all(all);
}
