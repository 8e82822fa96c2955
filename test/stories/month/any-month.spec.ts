import { addDays, instantAt } from '@citypath/calendar';
import fc from 'fast-check';
import { china } from '../../support/china';
import { propertyRuns } from '../../support/property-runs';
import { takingBack } from './act-upon-yiwu';
import { anyAct } from './any-act';
import { FIRST_DAY, FIRST_MORNING, YIWU } from './four-cities-at-their-reports';
import { MonthOfFourCities } from './month-of-four-cities';

const RUNS = propertyRuns(15);
/** Two weeks before the morning on which somebody looks. */
const BEGINS = { on: addDays(FIRST_DAY, -14) };

/** What was done in these weeks, each on a day at ten, and on the morning itself. */
const before = fc.record({
  weeks: fc.array(fc.record({ afterDays: fc.nat(5), asked: anyAct }), { maxLength: 6 }),
  morning: fc.option(anyAct),
});

let month: MonthOfFourCities;

beforeAll(async () => {
  month = await MonthOfFourCities.open();
});
afterAll(() => month.close());

test(
  'whatever was done to a city: of what one looks at then, a month later everybody has got just that',
  async () => {
    let taken = 0;
    const property = fc.asyncProperty(before, fc.option(anyAct), async ({ weeks, morning }, wish) => {
      await month.begin(BEGINS);
      let on = BEGINS.on;
      for (const { afterDays, asked } of weeks) {
        on = addDays(on, afterDays);
        if (on >= FIRST_DAY) break;
        await month.network.livesUntil(on, instantAt(china, on, '10:00'));
        await month.take(asked);
      }
      await month.network.livesUntil(FIRST_DAY, instantAt(china, FIRST_DAY, '09:30'));
      if (morning !== null) await month.take(morning);
      await month.network.livesUntil(FIRST_DAY, FIRST_MORNING);

      // Without another wish what was done last is taken back.
      const asked = wish ?? takingBack(month.network.lastActUpon(YIWU));
      const { status } = await month.look('first', asked);
      if (status === 200) {
        taken += 1;
        await month.comesAsForetold('first', asked);
        // Who may do it is the api's to say, and told elsewhere.
      } else if (status !== 403 && status !== 404) expect(await month.take(asked)).not.toBeNull();
    });
    // Each takes seconds, and one that fails tells as much as a smaller one.
    await fc.assert(property, { ...RUNS, endOnFailure: true, plugins: [fc.afterEach(() => month.network.close())] });
    expect(taken).toBeGreaterThan(RUNS.numRuns / 4);
  },
  RUNS.numRuns * 20_000,
);
