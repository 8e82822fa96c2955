import type { Client } from '@temporalio/client';
import { House } from '../../support/house';
import { lookedOver } from '../../support/looked-over';
import { until } from '../../support/until';
import { atMost, plain, rounded, type Figure, type Measured } from '../figure';
import { measurement } from '../measurement';
import { fillRecords, openWorkflows } from './journeys-by-the-thousand';
import { rebuildFigures } from './rebuild-figures';

const JOURNEYS = 10_000;
const MOST_S = 60;
const LISTED_WITHIN_MS = 120_000;

/** A look over ten thousand journeys, the first one and one after which nothing has changed; and the rebuild of a long one. */
async function measureWatch(): Promise<Measured> {
  const house = await House.start();
  try {
    const { temporal } = house;
    const rebuilds = await rebuildFigures(house);
    const ids = (await fillRecords(house.dataSource, JOURNEYS)).filter((id) => !id.endsWith('.longville'));
    await openWorkflows(temporal, house.dataSource, ids);
    await until(
      'Temporal lists them all',
      async () =>
        (await temporal.workflow.count(`WorkflowType = 'cityJourney' AND ExecutionStatus = 'Running'`)).count >=
        ids.length,
      LISTED_WITHIN_MS,
    );
    return { figures: [...(await lookFigures(house, temporal)), ...rebuilds], notes: [await sizeOf(house)] };
  } finally {
    await house.stop();
  }
}

async function lookFigures(house: House, temporal: Client): Promise<Figure[]> {
  const administrator = await house.asAdministrator();
  const look = async () => {
    const { findings, journeys } = await lookedOver(temporal, administrator, LISTED_WITHIN_MS);
    const rows = await house.dataSource.query<{ ms: number }[]>('SELECT took_ms AS ms FROM watch_looks');
    const kinds = [...new Set(findings.filter(({ goneAt }) => goneAt === null).map(({ kind }) => kind))];
    return { seconds: (rows[0]?.ms ?? NaN) / 1_000, journeys, kinds: kinds.join(', ') };
  };
  const [first, second] = [await look(), await look()];
  return [
    atMost(`A look over ${first.journeys} journeys, every journal folded`, first.seconds, MOST_S, 's'),
    plain('  the next one, nothing having changed', `${rounded(second.seconds)} s`),
    plain(
      '  what it found (nothing is wrong but that no courier runs)',
      second.kinds === '' ? 'nothing' : second.kinds,
    ),
  ];
}

async function sizeOf({ dataSource }: House): Promise<string> {
  const rows = await dataSource.query<{ facts: string; bytes: string }[]>(
    `SELECT (SELECT count(*) FROM journal) AS facts, avg(length(state::text))::int AS bytes FROM journeys`,
  );
  return `The journals hold ${rows[0]?.facts} facts; a state is ${rows[0]?.bytes} characters long. The workflows are open and idle; the look is timed by the worker.`;
}

measurement(measureWatch);
