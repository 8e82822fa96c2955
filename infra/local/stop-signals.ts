/**
 * Does `stop` once, and then ends the process, when asked to: Ctrl-C, a signal, or the death of the process that
 * started us, which closes its channel to us.
 */
export function whenAskedToStop(stop: () => Promise<void>): { hasBegun(): boolean } {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  // Whoever read what we print may have gone before us.
  process.stdout.on('error', () => undefined);
  process.on('SIGINT', () => begin());
  process.on('SIGTERM', () => begin());
  process.on('SIGHUP', () => begin());
  process.once('disconnect', () => begin());
  return { hasBegun: () => begun };
}
