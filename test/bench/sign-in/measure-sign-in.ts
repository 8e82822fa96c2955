import type { Instant } from '@citypath/calendar';
import type { Caller } from '../../support/caller';
import { House } from '../../support/house';
import { takeOverYiwu, type Yiwu } from '../../support/yiwu-on-its-way';
import { atMost, percentile, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { ManyCities } from '../statements/many-cities';
import { paced } from './paced';

const CITIES = 40;
const ASKED_PER_SECOND = 200;
const READS_PER_SECOND = 10;
const MOST_TIMES = 2;
/** The connection broke. */
const NO_ANSWER = 0;
/** One address in so many is a known one. */
const KNOWN_EVERY = 20;

/** Where the flood comes from: as many networks as there are requests, which no limit holds back; or one, which one does. */
type Source = 'many networks' | 'one network';

/** What a flood of people (or a program) at the sign-in costs those who read meanwhile. */
async function measureSignIn(): Promise<Measured> {
  const seconds = process.argv.includes('short') ? 5 : 30;
  const house = await House.start({ withCourier: true, door: { TRUST_PROXY: '1' } });
  try {
    const yiwu = await takeOverYiwu(house);
    const cities = await ManyCities.prepared(house.dataSource, new Date().toISOString() as Instant);
    await cities.fillUpTo(CITIES - 1);
    const reader = await house.as(yiwu.people.manager);
    const failed: string[] = [];
    const flood = new Flood(house, yiwu);
    await reads(reader, yiwu, 5, []);
    // Calm, flood, flood, calm: what else the machine does meanwhile falls upon both.
    const calm = await reads(reader, yiwu, seconds, failed);
    const [wide] = await Promise.all([reads(reader, yiwu, seconds, failed), flood.comes('many networks', seconds)]);
    const [narrow] = await Promise.all([reads(reader, yiwu, seconds, failed), flood.comes('one network', seconds)]);
    calm.push(...(await reads(reader, yiwu, seconds, failed)));
    const times = (flooded: number[]) => percentile(flooded, 95) / percentile(calm, 95);
    return {
      figures: [
        atMost(
          `Sign-in asked for 200 times a second from as many networks: p95 of readers, times calm`,
          times(wide),
          MOST_TIMES,
        ),
        atMost('  from one network', times(narrow), MOST_TIMES),
        atMost('  reads that were not answered 200', failed.length, 0),
        plain('  p95 of readers: calm; many networks; one network', [calm, wide, narrow].map(p95).join('; ')),
        plain('  p95 of asking: many networks; one network', flood.times.map(p95).join('; ')),
        plain('  answers to asking (0: none): many networks; one network', flood.answers.join('; ')),
      ],
      notes: [
        `${seconds} s each; ${READS_PER_SECOND} reads a second of the board of ${CITIES} cities and of a city's page, by one person, sent whether the ones before were answered or not.`,
        `One address in ${KNOWN_EVERY} is known; its letters are posted by the courier meanwhile. Flood, api, courier, worker, PostgreSQL and readers share the machine.`,
      ],
    };
  } finally {
    await house.stop();
  }
}

/** How long each read took, in milliseconds. What was not answered as it should be is put into `failed`. */
async function reads(reader: Caller, { path }: Yiwu, seconds: number, failed: string[]): Promise<number[]> {
  const tookMs: number[] = [];
  await paced(READS_PER_SECOND, seconds, async (time) => {
    const begunMs = performance.now();
    const at = time % 2 === 0 ? '/journeys?programme=100rc-cn' : path;
    const status = await reader.send('GET', at).then(
      (answer) => answer.status,
      () => NO_ANSWER,
    );
    tookMs.push(performance.now() - begunMs);
    if (status !== 200) failed.push(`${at} was answered ${status}`);
  });
  return tookMs;
}

class Flood {
  /** Of each time it came, how long each request took, in milliseconds. */
  readonly times: number[][] = [];
  /** Of each time it came: how many were answered how. */
  readonly answers: string[] = [];

  constructor(
    private readonly house: House,
    private readonly yiwu: Yiwu,
  ) {}

  async comes(source: Source, seconds: number): Promise<void> {
    const tookMs: number[] = [];
    const counts = new Map<number, number>();
    await paced(ASKED_PER_SECOND, seconds, async (time) => {
      const begunMs = performance.now();
      const status = await this.ask(time, source === 'one network' ? '203.0.113.7' : addressOf(time)).catch(
        () => NO_ANSWER,
      );
      tookMs.push(performance.now() - begunMs);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    });
    this.times.push(tookMs);
    this.answers.push([...counts].map(([status, count]) => `${count} × ${status}`).join(', '));
  }

  private async ask(time: number, from: string): Promise<number> {
    const known = Object.values(this.yiwu.addresses);
    const address =
      time % KNOWN_EVERY === 0 ? known[(time / KNOWN_EVERY) % known.length] : `nobody${time}@flood.example`;
    const response = await fetch(`${this.house.apiUrl}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.house.apiUrl, 'X-Forwarded-For': from },
      body: JSON.stringify({ address }),
    });
    await response.arrayBuffer();
    return response.status;
  }
}

/** A network of its own for each. */
function addressOf(time: number): string {
  return `10.${Math.floor(time / 250) % 250}.${time % 250}.1`;
}

function p95(valuesMs: number[]): string {
  return `${rounded(percentile(valuesMs, 95))} ms`;
}

measurement(measureSignIn);
