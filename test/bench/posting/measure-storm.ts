import type { DataSource } from '@citypath/store';
import type { Caller } from '../../support/caller';
import { House } from '../../support/house';
import { until } from '../../support/until';
import { atMost, percentile, plain, type Measured } from '../figure';
import { measurement } from '../measurement';
import { paced } from '../sign-in/paced';
import { MailSink } from './mail-sink';
import { manyReminders } from './many-reminders';

const LETTERS = 10_000;
const READS_PER_SECOND = 10;
const CALM_SECONDS = 20;
const MOST_TIMES = 2;
/** A storm that is not over by then has failed. */
const LONGEST_SECONDS = 900;

/** Ten thousand letters due in the same minute: what becomes of them, and what those who read meanwhile notice. */
async function measureStorm(): Promise<Measured> {
  const count = process.argv.includes('short') ? 1_000 : LETTERS;
  const sink = await MailSink.open();
  const house = await House.start({ withCourier: true, smtpUrl: sink.url });
  try {
    const { dataSource } = house;
    await manyReminders(dataSource, count);
    await dataSource.query(`UPDATE letters SET status = 'held', not_before = 'infinity'`);
    const reader = await house.as('p-manager');
    await reads(reader, CALM_SECONDS / 4);
    const calm = await reads(reader, CALM_SECONDS);
    const begunMs = performance.now();
    await dataSource.query(
      `UPDATE letters SET status = 'due', not_before = NULL, due_at = now() WHERE kind = 'reminder'`,
    );
    const stormy: number[] = [];
    const over = new AbortController();
    const storm = until(
      'all letters are taken',
      async () => (await accepted(dataSource)) >= count,
      LONGEST_SECONDS * 1_000,
    ).finally(() => over.abort());
    while (!over.signal.aborted) stormy.push(...(await reads(reader, 5)));
    await storm;
    const seconds = (performance.now() - begunMs) / 1_000;
    const { taken, twice } = await sink.count();
    return {
      figures: [
        atMost('Storm: p95 of readers, times calm', percentile(stormy, 95) / percentile(calm, 95), MOST_TIMES),
        plain(`  letters due in the same minute; taken by the mail server`, `${count}; ${taken}`),
        atMost('  letters that came twice', twice, 0),
        plain(
          '  seconds until the last was taken; letters a second',
          `${seconds.toFixed(0)}; ${(count / seconds).toFixed(0)}`,
        ),
        plain(
          '  p95 of readers: calm; in the storm',
          [calm, stormy].map((ms) => `${percentile(ms, 95).toFixed(0)} ms`).join('; '),
        ),
      ],
      notes: [
        `${READS_PER_SECOND} reads a second of the board and of a city's page; courier, api, worker, PostgreSQL, mail server and readers share the machine.`,
      ],
    };
  } finally {
    await house.stop();
    await sink.close();
  }
}

async function accepted(dataSource: DataSource): Promise<number> {
  const [{ taken }] = await dataSource.query<[{ taken: number }]>(
    `SELECT count(*)::int AS taken FROM letters WHERE status = 'accepted'`,
  );
  return taken;
}

/** How long each read took, in milliseconds. */
async function reads(reader: Caller, seconds: number): Promise<number[]> {
  const tookMs: number[] = [];
  await paced(READS_PER_SECOND, seconds, async (time) => {
    const begunMs = performance.now();
    await reader.send('GET', time % 2 === 0 ? '/journeys?programme=100rc-cn' : '/journeys/100rc-cn.testville');
    tookMs.push(performance.now() - begunMs);
  });
  return tookMs;
}

measurement(measureStorm);
