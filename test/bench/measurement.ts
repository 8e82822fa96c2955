import type { Measured } from './figure';

/** Runs a measurement in this process, which the bench started for it alone, and hands over what came of it. */
export function measurement(measure: () => Promise<Measured>): void {
  measure().then(
    (measured) => process.send?.(measured),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
