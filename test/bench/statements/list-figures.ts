import type { Instant } from '@citypath/calendar';
import type { Caller } from '../../support/caller';
import type { House } from '../../support/house';
import { atMost, median, plain, rounded, type Figure } from '../figure';
import { API, BOARD } from './clients';
import { ManyCities } from './many-cities';
import type { StatementProxy } from './statement-proxy';

const CALLS = 20;
const MOST_STATEMENTS = 3;

/** What the list of cities costs with ten of them and with a thousand. */
export async function listFigures(house: House, proxy: StatementProxy): Promise<Figure[]> {
  const cities = await ManyCities.prepared(house.dataSource, new Date().toISOString() as Instant);
  const caller = await house.asAdministrator();
  // Two have joined before.
  await cities.fillUpTo(8);
  const few = await listOnce(caller, proxy);
  const fewMs = await wallMs(caller);
  await cities.fillUpTo(998);
  const many = await listOnce(caller, proxy);
  const manyMs = await wallMs(caller);
  return [
    atMost('List of cities, SQL statements with 10 cities', few, MOST_STATEMENTS),
    atMost('  with 1,000 cities', many, MOST_STATEMENTS),
    { what: '  the same number', figure: few === many ? 'yes' : 'no', target: 'yes', met: few === many },
    plain('  wall time with 10 cities, median', `${rounded(fewMs)} ms`),
    plain('  wall time with 1,000 cities, median', `${rounded(manyMs)} ms`),
  ];
}

async function listOnce(caller: Caller, proxy: StatementProxy): Promise<number> {
  // The first one also fetches definitions and calendars that the api has not seen yet, once in its life.
  await caller.send('GET', BOARD);
  proxy.takeStatements();
  const { status } = await caller.send('GET', BOARD);
  if (status !== 200) throw new Error(`${BOARD} was answered ${status}.`);
  return proxy.takeStatements(API).length;
}

async function wallMs(caller: Caller): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const startedMs = performance.now();
    await caller.send('GET', BOARD);
    times.push(performance.now() - startedMs);
  }
  return median(times);
}
