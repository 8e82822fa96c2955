import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { DataSource } from '@citypath/store';
import { makeWorkerUtils } from 'graphile-worker';
import { ownDatabase } from '../../support/own-database';
import { median, plain, rounded, type Figure, type Measured } from '../figure';
import { measurement } from '../measurement';
import { MailSink } from './mail-sink';
import { manyReminders } from './many-reminders';
import type { PostingTask } from './posting-task';

type Contender = 'courier' | 'yardstick';

const LETTERS = 2_000;
const LEAST_TIMES = 0.9;
/** What else the machine does falls upon both alike. */
const ROUNDS: Contender[] = ['courier', 'yardstick', 'yardstick', 'courier', 'courier', 'yardstick'];
const MS_PER_SECOND = 1_000;

/** How many reminders a second are fully done: found, decided, rendered, accepted by a mail server, recorded. */
async function measureLetters(): Promise<Measured> {
  const count = process.argv.includes('short') ? 300 : LETTERS;
  const sink = await MailSink.open();
  const database = await ownDatabase();
  const queue = await makeWorkerUtils({ connectionString: database.url });
  try {
    await queue.migrate();
    const now = await manyReminders(database.dataSource, count);
    const task: PostingTask = { databaseUrl: database.url, smtpUrl: sink.url, now, count };
    const rates: Record<Contender, number[]> = { courier: [], yardstick: [] };
    const twice: number[] = [];
    for (const contender of ROUNDS) {
      await allDue(database.dataSource, contender);
      await sink.empty();
      rates[contender].push(count / (await secondsOf(contender, task)));
      const taken = await sink.count();
      const [{ accepted }] = await database.dataSource.query<[{ accepted: number }]>(
        `SELECT count(*)::int AS accepted FROM letters WHERE status = 'accepted'`,
      );
      if (taken.taken !== count || accepted !== count)
        throw new Error(`${contender}: ${taken.taken} letters arrived and ${accepted} are recorded, not ${count}.`);
      twice.push(taken.twice);
    }
    const times = median(rates.courier) / median(rates.yardstick);
    return {
      figures: [
        atLeast(
          'Reminders fully done a second, times graphile-worker: median of three rounds each',
          times,
          LEAST_TIMES,
        ),
        plain('  a second: courier; graphile-worker', [rates.courier, rates.yardstick].map(inWords).join('; ')),
        plain('  letters that came twice', String(Math.max(...twice))),
      ],
      notes: [
        `${count} letters to as many people, in the order ${ROUNDS.join(', ')}; the mail server is a process of its own.`,
      ],
    };
  } finally {
    await queue.release();
    await database.drop();
    await sink.close();
  }
}

/** As they were: due, and unwritten. */
async function allDue(dataSource: DataSource, contender: Contender): Promise<void> {
  await dataSource.query(
    `UPDATE letters SET status = 'due', attempts = 0, recipient = NULL, message_id = NULL, settled_at = NULL, body_text = NULL,
       body_html = NULL, not_before = NULL`,
  );
  await dataSource.query('DELETE FROM mailboxes');
  if (contender === 'yardstick') {
    await dataSource.query(
      `SELECT graphile_worker.add_job('post', json_build_object('letter', id)) FROM letters WHERE status = 'due'`,
    );
  }
  await dataSource.query('VACUUM ANALYZE letters');
}

/** @returns seconds from "go" to the last letter's record */
async function secondsOf(contender: Contender, task: PostingTask): Promise<number> {
  const child = fork(require.resolve(`./${contender}-process`), [JSON.stringify(task)], { execArgv: [] });
  await once(child, 'message');
  const begunMs = performance.now();
  child.send('go');
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The ${contender} failed.`);
  return (performance.now() - begunMs) / MS_PER_SECOND;
}

function atLeast(what: string, value: number, target: number): Figure {
  return { what, figure: rounded(value), target: `≥ ${target}`, met: value >= target };
}

function inWords(rates: readonly number[]): string {
  return rates.map((rate) => rate.toFixed(0)).join(' ');
}

measurement(measureLetters);
