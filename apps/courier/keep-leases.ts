/** Three times within a lease: one that comes late, or while the database is away, is made good by the next. */
const EVERY_MS = 20_000;

/**
 * Does something that may take longer than a lease, and renews the lease meanwhile.
 * @param renew is told how long it has taken so far; its failure is no reason to stop
 */
export async function keepLeases<T>(renew: (elapsedMs: number) => Promise<void>, work: () => Promise<T>): Promise<T> {
  const begunAtMs = performance.now();
  let renewing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renewing.then(() => renew(performance.now() - begunAtMs)).catch(() => undefined);
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
  }
}
