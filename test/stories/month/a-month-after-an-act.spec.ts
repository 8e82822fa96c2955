import { takingBack } from './act-upon-yiwu';
import { finalActs } from './final-acts';
import { YIWU } from './four-cities-at-their-reports';
import { MonthOfFourCities } from './month-of-four-cities';
import { reversibleActs } from './reversible-acts';

let month: MonthOfFourCities;

beforeAll(async () => {
  month = await MonthOfFourCities.open();
});
afterAll(() => month.close());
afterEach(() => month.network.close());

test.each(Object.entries({ ...reversibleActs, ...finalActs }))(
  '%s: a month later everybody has got what was shown beforehand, and nothing else',
  async (_, asked) => {
    await month.firstMorning(asked);
    const { looked, copies } = await month.comesAsForetold('first', asked);
    const saysCopies = /p-assistant.* gets copies of the letters to the seat: Chief Resilience Officer\.$/;
    expect(saysCopies.test(looked.sentence.en)).toBe(copies > 0);
  },
);

test.each(Object.entries(reversibleActs))('%s and taking it back at once: so it is then, too', async (_, asked) => {
  await month.firstMorning(asked);
  expect(await month.take(asked)).toBeNull();
  await month.comesAsForetold('first', takingBack(month.network.lastActUpon(YIWU)));
});

test.each(Object.entries(reversibleActs))('%s and taking it back the next morning: so too', async (_, asked) => {
  await month.firstMorning(asked);
  expect(await month.take(asked)).toBeNull();
  await month.nextMorning();
  await month.comesAsForetold('next', takingBack(month.network.lastActUpon(YIWU)));
});
