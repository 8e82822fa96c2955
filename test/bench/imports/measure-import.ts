import { House } from '../../support/house';
import { cityRow, csv, Importing, TITLES } from '../../support/importing';
import { takeOverYiwu } from '../../support/yiwu-on-its-way';
import { atMost, percentile, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { BOARD } from '../statements/clients';

const CITIES = 1_000;
const TARGET_S = 60;
const CALM_READS = 40;
const LOOK_EVERY_MS = 250;

/** A thousand cities with officers and journeys come from one file, while somebody reads the board. */
async function measureImport(): Promise<Measured> {
  const house = await House.start();
  try {
    const yiwu = await takeOverYiwu(house);
    const manager = await house.as(yiwu.people.manager);
    const importing = new Importing(manager);
    const file = csv([TITLES, ...Array.from({ length: CITIES }, (_, index) => cityRow(index + 1))]);

    const lookedMs = performance.now();
    const { id } = await importing.upload(file);
    const dryRunS = (performance.now() - lookedMs) / 1000;

    const readMs = async (): Promise<number> => {
      const startedMs = performance.now();
      const { status } = await manager.send('GET', BOARD);
      if (status !== 200) throw new Error(`${BOARD} was answered ${status}.`);
      return performance.now() - startedMs;
    };
    const calm: number[] = [];
    for (let read = 0; read < CALM_READS; read += 1) calm.push(await readMs());

    const startedMs = performance.now();
    await importing.does(id, 'start', { rows: 'all' });
    const meanwhile: number[] = [];
    let progress = await importing.read(id);
    while (progress.status === 'running') {
      meanwhile.push(await readMs());
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      progress = await importing.read(id);
    }
    const importS = (performance.now() - startedMs) / 1000;
    if (progress.progress['done'] !== CITIES) throw new Error(`Imported: ${JSON.stringify(progress.progress)}`);
    const full: number[] = [];
    for (let read = 0; read < CALM_READS; read += 1) full.push(await readMs());

    return {
      figures: [
        atMost(`Import of ${CITIES} cities with journeys`, importS, TARGET_S, 's'),
        plain('  looking at the file, with a verdict for each row', `${rounded(dryRunS)} s`),
        plain('  board before it, 1 city, p95', `${rounded(percentile(calm, 95))} ms`),
        plain('  board meanwhile, growing, p95', `${rounded(percentile(meanwhile, 95))} ms`),
        plain(`  board after it, ${CITIES} cities, p95`, `${rounded(percentile(full, 95))} ms`),
      ],
      notes: [
        'Each city joins like any other: a workflow is started, the worker records its birth, and the api hears of it. Twelve are on their way at once.',
        'What bounds it is the processor: api, worker, PostgreSQL and Temporal share the cores of one machine.',
      ],
    };
  } finally {
    await house.stop();
  }
}

measurement(measureImport);
