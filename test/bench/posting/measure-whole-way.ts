import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from '@citypath/store';
import { House } from '../../support/house';
import { until } from '../../support/until';
import { plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { cpuSeconds, cpuSecondsOfFamily, parentOf, pidOf } from './cpu-seconds';
import { citiesDueAt, momentIn } from './due-at-a-moment';
import { MailSink } from './mail-sink';

const JOURNEYS = 60;
/** A city joins well within it, even on a busy machine. */
const SECONDS_A_CITY = 2;
/** What has not arrived by then has failed. */
const LONGEST_SECONDS = 300;

type Part = 'engine' | 'worker' | 'database' | 'courier';
const PARTS: Part[] = ['engine', 'worker', 'database', 'courier'];

/** Timers of many workflows go off at one moment: how fast their letters are with the mail server, and who works at it. */
async function measureWholeWay(): Promise<Measured> {
  const count = process.argv.includes('short') ? 20 : JOURNEYS;
  const sink = await MailSink.open();
  const house = await House.start({ smtpUrl: sink.url });
  try {
    const { dataSource } = house;
    const moment = momentIn(30 + count * SECONDS_A_CITY, Date.now());
    await citiesDueAt(house, moment, count);
    // What joining had to tell is not what is measured: who got a letter today might wait for the next one.
    await dataSource.query('DELETE FROM letters');
    await house.processes.courier.start();
    const meters = await metersOf(house);
    const momentMs = Date.parse(moment.at);
    if (Date.now() >= momentMs) throw new Error(`${count} cities did not join before ${moment.at}.`);
    await pause(momentMs - Date.now());
    const before = read(meters);
    await until('the last letter is taken', async () => (await sink.count()).taken >= count, LONGEST_SECONDS * 1_000);
    const seconds = (Date.now() - momentMs) / 1_000;
    const after = read(meters);
    const used = PARTS.map((part) => after[part] - before[part]);
    const all = used.reduce((sum, each) => sum + each, 0);
    const { taken, twice } = await sink.count();
    await onlyReminders(dataSource, count);
    return {
      figures: [
        plain("The whole way from the workflow's timer to the mail server: letters a second", rounded(count / seconds)),
        plain('  journeys; letters taken; taken twice', `${count}; ${taken}; ${twice}`),
        plain('  seconds from the moment to the last letter', rounded(seconds)),
        plain(
          `  share of CPU: ${PARTS.join('; ')}`,
          used.map((each) => `${((100 * each) / all).toFixed(0)} %`).join('; '),
        ),
        plain('  seconds of CPU', used.map((each) => each.toFixed(2)).join('; ')),
      ],
      notes: [
        'Each journey is a workflow whose timer waits for the same moment, the morning of a calendar made for it; one reminder comes of each.',
        'The courier has only just started, and looks ten times a second: making its first letters, not compiled yet, is in its share.',
        'Engine is the dev server of Temporal with its SQLite; database is all of PostgreSQL. Api, mail server and measurement share the machine and are not counted.',
      ],
    };
  } finally {
    await house.stop();
    await sink.close();
  }
}

type Meters = Record<Part, () => number>;

async function metersOf({ processes, dataSource, environment }: House): Promise<Meters> {
  const [{ backend }] = await dataSource.query<[{ backend: number }]>('SELECT pg_backend_pid() AS backend');
  const postmaster = parentOf(backend);
  const { port } = new URL(`tcp://${environment.TEMPORAL_ADDRESS}`);
  const engine = pidOf(process.env['CITYPATH_TEST_TEMPORAL_PROGRAM'] ?? '', ['--port', port]);
  const [worker, courier] = [processes.worker.pid, processes.courier.pid];
  return {
    engine: () => cpuSeconds(engine),
    worker: () => cpuSeconds(worker),
    database: () => cpuSecondsOfFamily(postmaster),
    courier: () => cpuSeconds(courier),
  };
}

function read(meters: Meters): Record<Part, number> {
  const { engine, worker, database, courier } = meters;
  return { engine: engine(), worker: worker(), database: database(), courier: courier() };
}

/** One reminder a journey and nothing else: what was measured is what is said. */
async function onlyReminders(dataSource: DataSource, count: number): Promise<void> {
  const kinds = await until('every letter is settled', async () => {
    const rows = await dataSource.query<{ kind: string; status: string; letters: number }[]>(
      'SELECT kind, status, count(*)::int AS letters FROM letters GROUP BY kind, status',
    );
    return rows.every(({ status }) => status === 'accepted') ? rows : null;
  });
  const [first] = kinds;
  if (kinds.length !== 1 || first?.kind !== 'reminder' || first.letters !== count)
    throw new Error(`Not one reminder a journey: ${JSON.stringify(kinds)}`);
}

measurement(measureWholeWay);
