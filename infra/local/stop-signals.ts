const lookForParentEveryMs = 1_000;

/**
 * Does `stop` once, and then ends the process, when asked to: Ctrl-C, a signal, or the death of the process that
 * started us (its channel closes; or, where it is watched, our parent is suddenly another).
 */
export function whenAskedToStop(watchesParent: boolean, stop: () => Promise<void>): { hasBegun(): boolean } {
  let begun = false;
  const begin = (exitCode: number) => {
    if (begun) return;
    begun = true;
    stop().then(
      () => process.exit(exitCode),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => begin(130));
  process.on('SIGTERM', () => begin(143));
  process.on('SIGHUP', () => begin(129));
  process.once('disconnect', () => begin(1));
  if (watchesParent) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) begin(1);
    }, lookForParentEveryMs).unref();
  }
  return { hasBegun: () => begun };
}
