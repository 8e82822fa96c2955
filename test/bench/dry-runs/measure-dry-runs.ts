import { addDays, dayAt, type Instant } from '@citypath/calendar';
import { china } from '../../support/china';
import { House } from '../../support/house';
import { takeOverYiwu } from '../../support/yiwu-on-its-way';
import { atMost, median, percentile, plain, type Measured } from '../figure';
import { measurement } from '../measurement';

const ROUNDS = 30;
const MOST_MS = 200;
const REASON = { reason: 'Agreed with the city on the telephone.' };

/** How long somebody waits who looks at an act before doing it: asked over HTTP, answered with steps and letters in words. */
async function measureDryRuns(): Promise<Measured> {
  const house = await House.start();
  try {
    const { path, people } = await takeOverYiwu(house);
    const manager = await house.as(people.manager);
    const todayOn = dayAt(china, new Date().toISOString() as Instant);
    const acts: Record<string, [path: string, body: object]> = {
      skip: ['steps/asw_report/skip', REASON],
      date: ['steps/asw_report/date', { dueOn: addDays(todayOn, 21), ...REASON }],
      hold: ['hold', { awaiting: 'The new vice mayor', untilOn: addDays(todayOn, 16), ...REASON }],
      'hand over': ['seats/cro/hand-over', { person: people.mayor, fromOn: todayOn }],
      'go to': ['steps/p1_cri/go-to', REASON],
      withdraw: ['withdrawal', REASON],
    };
    const tookMs: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, [where, body]] of Object.entries(acts)) {
        const begunMs = performance.now();
        const { status } = await manager.send('POST', `${path}/${where}/dry-run`, { body, key: null });
        if (status !== 200) throw new Error(`${name} was answered ${status}.`);
        (tookMs[name] ??= []).push(performance.now() - begunMs);
      }
    }
    const all = Object.values(tookMs).flat();
    return {
      figures: [
        atMost('A dry run of one act: 95th percentile', percentile(all, 95), MOST_MS, 'ms'),
        plain('  median; the first one of a process', `${inMs(median(all))}; ${inMs(all[0] ?? NaN)}`),
        plain(
          '  medians by act',
          Object.entries(tookMs)
            .map(([name, ms]) => `${name} ${inMs(median(ms))}`)
            .join(', '),
        ),
      ],
      notes: [`${ROUNDS} rounds of ${Object.keys(acts).length} acts, one after another, the first ones included.`],
    };
  } finally {
    await house.stop();
  }
}

function inMs(value: number): string {
  return `${value.toFixed(0)} ms`;
}

measurement(measureDryRuns);
