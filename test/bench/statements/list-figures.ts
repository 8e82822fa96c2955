import type { Instant } from '@citypath/calendar';
import { Caller } from '../../support/caller';
import type { House } from '../../support/house';
import type { Yiwu } from '../../support/yiwu-on-its-way';
import { atMost, percentile, plain, rounded, type Figure } from '../figure';
import { API, BOARD, NEEDS, STUCK } from './clients';
import { ManyCities } from './many-cities';
import type { StatementProxy } from './statement-proxy';

const CALLS = 200;
/** The first calls compile what the others run, and fill what PostgreSQL keeps at hand. */
const WARM_UP_CALLS = 40;
const MOST_STATEMENTS = 3;
const MOST_TIMES = 1.5;
const MOST_STUCK_MS = 300;
const FEW = 100;
const MANY = 1_000;

/** What a list costs with so many cities. */
interface Cost {
  statements: number;
  p50Ms: number;
  p95Ms: number;
}

/** What the board and the list of what needs the manager cost with a hundred cities and with a thousand. */
export async function listFigures(house: House, yiwu: Yiwu, proxy: StatementProxy): Promise<Figure[]> {
  const cities = await ManyCities.prepared(house.dataSource, new Date().toISOString() as Instant);
  const manager = await Caller.signedIn(house.apiUrl, yiwu.people.manager);
  const costs = async (count: number) => {
    // Two have joined before.
    await cities.fillUpTo(count - 2);
    // What the vacuum of PostgreSQL does by itself a minute after so many rows have come.
    await house.dataSource.query('ANALYZE');
    return { board: await costOf(BOARD, manager, proxy), needs: await costOf(NEEDS, manager, proxy) };
  };
  const [few, many] = [await costs(FEW), await costs(MANY)];
  const startedMs = performance.now();
  await manager.send('GET', STUCK);
  const firstMs = performance.now() - startedMs;
  const stuck = await costOf(STUCK, manager, proxy);
  return [
    ...figuresOf('The board, a page of 100', few.board, many.board),
    ...figuresOf('What needs the manager, a page of 50', few.needs, many.needs),
    atMost(`Why ${MANY} cities stand where they stand, all of them new`, firstMs, MOST_STUCK_MS, 'ms'),
    atMost('  95th percentile once they were looked at', stuck.p95Ms, MOST_STUCK_MS, 'ms'),
    plain('  SQL statements and median', `${stuck.statements}, ${rounded(stuck.p50Ms)} ms`),
  ];
}

function figuresOf(what: string, few: Cost, many: Cost): Figure[] {
  return [
    atMost(`${what}: SQL statements with ${FEW} cities`, few.statements, MOST_STATEMENTS),
    atMost(`  with ${MANY} cities`, many.statements, MOST_STATEMENTS),
    atMost(`  95th percentile with ${MANY} cities, times that with ${FEW}`, many.p95Ms / few.p95Ms, MOST_TIMES),
    plain('  95th percentiles', `${rounded(few.p95Ms)} and ${rounded(many.p95Ms)} ms`),
    plain('  medians', `${rounded(few.p50Ms)} and ${rounded(many.p50Ms)} ms`),
  ];
}

async function costOf(path: string, caller: Caller, proxy: StatementProxy): Promise<Cost> {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await caller.send('GET', path);
  proxy.takeStatements();
  const { status } = await caller.send('GET', path);
  if (status !== 200) throw new Error(`${path} was answered ${status}.`);
  const statements = proxy.takeStatements(API).length;
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const startedMs = performance.now();
    await caller.send('GET', path);
    times.push(performance.now() - startedMs);
  }
  return { statements, p50Ms: percentile(times, 50), p95Ms: percentile(times, 95) };
}
