import { join } from 'node:path';
import { checkPorts } from './check-ports';
import { claim } from './claim';
import { House } from './house';
import { PidNotes } from './processes/pid-notes';
import { reset } from './reset';
import type { LocalSettings } from './settings';
import { whenAskedToStop } from './stop-signals';
import { loadFourCities } from './first-cities';
import { welcome } from './welcome';

/** Parts that an earlier start may have left running, in the order in which they are to end. */
const leftoverOrder = ['api', 'courier', 'worker', 'temporal', 'postgres'];

/**
 * Runs the whole house until it is asked to stop: the embedded servers, our processes, and the four cities when the
 * database is empty. Prints where to look.
 */
export async function up(settings: LocalSettings): Promise<void> {
  const startedMs = performance.now();
  const address = `http://127.0.0.1:${settings.ports.web}`;
  const claimed = await claim(join(settings.dataFolder, 'running.json'), address);
  const notes = new PidNotes(join(settings.dataFolder, 'processes'));
  const house = new House(settings, address, notes, say);
  const stop = whenAskedToStop(async () => {
    say('Stopping …');
    await claimed.stopping();
    await house.stop();
    await claimed.end();
    say('Stopped. `npm start` goes on from here.');
  });
  try {
    const leftovers = await notes.endLeftovers(leftoverOrder);
    if (leftovers.length > 0) say(`Ended what an earlier start had left running: ${leftovers.join(', ')}.`);
    if (settings.reset) await reset(settings);
    await checkPorts(settings);
    const databaseUrl = await house.start();
    if (!settings.empty && settings.mode === 'local') await loadFourCities(settings, databaseUrl, address, say);
    await welcome(settings, address, performance.now() - startedMs, say);
  } catch (fault) {
    if (stop.hasBegun()) return;
    await house.stop();
    await claimed.end();
    throw fault;
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
