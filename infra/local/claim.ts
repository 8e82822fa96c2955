import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf } from './processes/identity';
import { PlainFault } from './processes/plain-fault';

interface ClaimNote {
  readonly pid: number;
  readonly identity: string;
  readonly address: string;
}

/** An earlier start that has lost its terminal, or is just stopping, is given this long to be gone. */
const patienceMs = 12_000;
/** After this long an earlier start that shows no sign of stopping is taken to be in use. */
const inUseAfterMs = 3_000;

/**
 * Claims the data folder for this process: two supervisors must never run on the same data. Waits for one that is just
 * stopping; throws when one is running. `address` is where to look at ours. Gives what ends the claim.
 */
export async function claim(
  file: string,
  address: string,
): Promise<{ stopping(): Promise<void>; end(): Promise<void> }> {
  await mkdir(dirname(file), { recursive: true });
  await waitForEarlier(file);
  const identity = (await identityOf(process.pid)) ?? '';
  const note: ClaimNote = { pid: process.pid, identity, address };
  await writeFile(file, JSON.stringify(note));
  return {
    stopping: () => writeFile(`${file}.stopping`, String(process.pid)),
    end: async () => {
      await rm(file, { force: true });
      await rm(`${file}.stopping`, { force: true });
    },
  };
}

async function waitForEarlier(file: string): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const earlier = await read(file);
    if (!earlier || (await identityOf(earlier.pid)) !== earlier.identity) break;
    const isStopping = (await readFile(`${file}.stopping`, 'utf8').catch(() => '')) === String(earlier.pid);
    if (waitedMs > (isStopping ? patienceMs : inUseAfterMs)) {
      throw new PlainFault(
        `CityPath already runs from this folder (process ${earlier.pid}): look at ${earlier.address}, or stop it first.`,
      );
    }
    await pause(100);
  }
  await rm(`${file}.stopping`, { force: true });
}

async function read(file: string): Promise<ClaimNote | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ClaimNote;
  } catch {
    return undefined;
  }
}
