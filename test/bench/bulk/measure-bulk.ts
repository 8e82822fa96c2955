import { randomUUID } from 'node:crypto';
import { addDays, dayAt, type Instant } from '@citypath/calendar';
import { act, type ActRequest } from '@citypath/workflows/messages';
import type { Client } from '@temporalio/client';
import { BulkActing } from '../../support/bulk-acting';
import type { Caller } from '../../support/caller';
import { china } from '../../support/china';
import { House } from '../../support/house';
import { manyCities } from '../../support/many-cities';
import { atMost, percentile, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';

const CITIES = process.argv.includes('short') ? 60 : 400;
const TARGET_SHARE = 0.6;
const TARGET_TIMES_CALM = 2;
const AT_ONCE = 8;
const CALM_ACTS = 60;
const TURNS = 2;

/** How fast many cities are given one act, and what somebody feels of it who gives a single one meanwhile. */
async function measureBulk(): Promise<Measured> {
  const house = await House.start();
  try {
    // One more, in which somebody works meanwhile.
    const { journeyIds, people } = await manyCities(house, CITIES + 1);
    const [own = '', ...chosen] = journeyIds;
    const manager = await house.as(people.manager);
    const acting = new BulkActing(manager);
    const today = dayAt(china, new Date().toISOString() as Instant);
    const agree = async (days: number): Promise<string> => {
      const { id } = await acting.starts({
        programme: '100rc-cn',
        act: 'agree-date',
        step: 'asw_report',
        body: { dueOn: addDays(today, 60 + days), reason: 'It was agreed with all of them.' },
        journeys: chosen.map((journey) => ({ id: journey })),
      });
      return id;
    };
    const bulkRate = async (turn: number): Promise<number> => {
      const { createdAt, endedAt, progress } = await acting.ends(await agree(turn));
      if (progress.done !== CITIES) throw new Error(`Given: ${JSON.stringify(progress)}`);
      return CITIES / ((Date.parse(endedAt ?? '') - Date.parse(createdAt)) / 1000);
    };
    // ABBA: whatever drifts while it is measured hits both alike.
    const [bulk, empty]: [number[], number[]] = [[], []];
    await emptyRate(house.temporal, chosen);
    for (let turn = 0; turn < TURNS; turn += 1) {
      empty.push(await emptyRate(house.temporal, chosen));
      bulk.push(await bulkRate(2 * turn));
      bulk.push(await bulkRate(2 * turn + 1));
      empty.push(await emptyRate(house.temporal, chosen));
    }

    const calm: number[] = [];
    while (calm.length < CALM_ACTS) calm.push(await oneActMs(manager, own));
    const meanwhile: number[] = [];
    const id = await agree(2 * TURNS);
    const ended = acting.ends(id).then(() => true);
    while (!(await Promise.race([ended, Promise.resolve(false)]))) meanwhile.push(await oneActMs(manager, own));

    const share = mean(bulk) / mean(empty);
    const [before, during] = [percentile(calm, 95), percentile(meanwhile, 95)];
    return {
      figures: [
        {
          what: `A bulk act upon ${CITIES} cities: rate, times that of empty recorded commands`,
          figure: rounded(share),
          target: `≥ ${TARGET_SHARE}`,
          met: share >= TARGET_SHARE,
        },
        plain('  cities a second; empty commands a second', `${rounded(mean(bulk))}; ${rounded(mean(empty))}`),
        atMost('  single acts meanwhile, p95, times calm', during / before, TARGET_TIMES_CALM),
        plain('  calm; meanwhile', `${rounded(before)} ms; ${rounded(during)} ms (${meanwhile.length} acts)`),
      ],
      notes: [
        `An empty recorded command: a comment that tells nobody, sent to the workflows themselves, ${AT_ONCE} at the same time, recorded by the same worker.`,
        'What is timed of the bulk act: from its request, which keeps a command and a reason for each city, to its last result.',
      ],
    };
  } finally {
    await house.stop();
  }
}

/** Commands a second that do as little as any that are recorded. */
async function emptyRate(client: Client, journeyIds: readonly string[]): Promise<number> {
  const left = [...journeyIds];
  const startedMs = performance.now();
  const hand = async () => {
    for (let journeyId = left.shift(); journeyId !== undefined; journeyId = left.shift()) {
      const stamp = { id: randomUUID(), hash: 'empty', by: 'p-administrator', onBehalfOf: null };
      const request: ActRequest = {
        command: {
          kind: 'comment',
          step: 'asw_report',
          comment: 't-empty',
          audience: 'programme',
          mentions: [],
          as: ['manager'],
        },
        stamp,
      };
      await client.workflow.getHandle(journeyId).executeUpdate(act, { args: [request], updateId: stamp.id });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return journeyIds.length / ((performance.now() - startedMs) / 1000);
}

/** From the request to the answer that it is recorded. */
async function oneActMs(by: Caller, journeyId: string): Promise<number> {
  const startedMs = performance.now();
  await by.does(`/journeys/${journeyId}/steps/asw_report/comments`, { comment: 'Noted.', audience: 'programme' });
  return performance.now() - startedMs;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

measurement(measureBulk);
