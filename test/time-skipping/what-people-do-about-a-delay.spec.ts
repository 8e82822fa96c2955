import { addDays, instantAt, type Day } from '@citypath/calendar';
import type { ProgrammeDefinition } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { silentCity, takenOverAt } from '../support/silent-months-story';
import type { RunningJourney } from './running-journey';
import { seatAt, silentCityToTravel } from './silent-city';
import { TravellingCity, type ArrivedLetter } from './travelling-city';

const STEP = 'asw_report';

/** The report’s delay is told to the manager, then to the mayor’s office, then to the director. */
const definition: ProgrammeDefinition = {
  ...resilientCitiesChina,
  steps: resilientCitiesChina.steps.map((step) =>
    step.key === STEP
      ? {
          ...step,
          escalation: {
            rungs: [
              { afterWorkingDays: 3, seat: 'manager' },
              { afterWorkingDays: 2, seat: 'mayors_office' },
              { afterWorkingDays: 5, seat: 'director' },
            ],
          },
        }
      : step,
  ),
};

let city: TravellingCity;
let journey: RunningJourney;
beforeAll(async () => {
  const { people } = silentCityToTravel;
  const own = { key: 'promisingcity', nameEn: 'Promising City' };
  const manager = { ...people['p-manager']!, language: 'zh' as const };
  city = await TravellingCity.open({
    ...silentCityToTravel,
    ...own,
    definition,
    people: { ...people, 'p-manager': manager },
  });
  await city.passUntil(takenOverAt);
  journey = await city.join(silentCity, 'p-manager');
  await city.deliver();
  await liveThrough('2031-01-07', '2031-01-17');
}, 120_000);
afterAll(() => city.close());

/** Two rounds a morning: what the journey says after the report of the first one goes with the second. */
async function liveThrough(from: Day, until: Day): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (const time of ['09:01', '09:02'] as const) {
      await city.passUntil(instantAt(silentMonthsCalendar, day, time));
      await city.deliver();
    }
  }
}

const told = async (): Promise<ArrivedLetter[]> =>
  (await city.arrivedLetters()).filter(
    ({ to, ledger }) => ledger.step === STEP && ['manager', 'mayors_office', 'director'].includes(seatAt(to) ?? ''),
  );
const lines = (letters: ArrivedLetter[]) =>
  letters.map(({ on, to, ledger, way }) => `${on} ${ledger.kind} → ${seatAt(to) ?? to}, ${way}`);

/** The report is due on Tue 14 January 2031: 15(1) 16(2) 17(3). */
test('the officer says “I own it until Monday 20 January”: nobody above is told before', async () => {
  expect(lines(await told())).toEqual(['2031-01-17 escalation → manager, alone']);
  await journey.act({ kind: 'acknowledge', step: STEP, untilOn: '2031-01-20' }, { by: 'p-cro' });
  await liveThrough('2031-01-18', '2031-01-30');
  expect(lines(await told())).toHaveLength(1);
}, 120_000);

/** 21 January(1); Spring Festival from the 22nd to the 29th; 30(2) 31(3). */
test('the word is not kept: three working days later the manager hears of it, in Chinese, in the thread of the step', async () => {
  await liveThrough('2031-01-31', '2031-01-31');
  const [first, second, ...others] = await told();
  expect(others).toEqual([]);
  expect(lines([second!])).toEqual(['2031-01-31 escalation → manager, alone']);
  expect(second!.text).toContain('此前曾承诺于2031年1月20日（周一）前办理，目前尚未完成。');
  expect(first!.text).not.toContain('承诺于');
  expect(second!.subject).toBe(first!.subject);
  expect(second!.ledger.threshold).toBe('due+3.2@2031-01-14');
}, 120_000);

/** The manager’s letter of 31 January has arrived: 3 February(1) 4(2); then silence: 5(1) 6(2). */
test('a letter to the mayor’s office is prepared; nobody decides, and after two working days the director is told', async () => {
  await liveThrough('2031-02-01', '2031-02-06');
  const letters = (await told()).slice(2);
  expect(lines(letters)).toEqual(['2031-02-04 to-release → manager, alone', '2031-02-06 to-release → director, alone']);
  expect(letters[0]!.text).toContain('未经审阅，此信不会发出。');
  expect(letters[1]!.text).toContain('has neither released nor declined it.');
}, 120_000);

/** Declined on Thursday 6 February: 7(1), Saturday 8 is a make-up day(2), 10(3) 11(4) 12(5). */
test('the director declines it: the office gets nothing, and the director the last letter five working days later', async () => {
  await journey.act({ kind: 'decline-rung', step: STEP, reason: 't-reason' }, { by: 'p-director' });
  await liveThrough('2031-02-07', '2031-02-28');
  const letters = (await told()).slice(4);
  expect(lines(letters)).toEqual(['2031-02-12 escalation → director, alone']);
  expect(letters[0]!.text).toContain('No further letter follows by itself; the step stays listed until it is done.');
  expect((await journey.state()).steps[STEP]?.ladder).toMatchObject({ endedOn: '2031-02-12' });
}, 120_000);

test('the city delivers: the end of the ladder is over, and nobody is told of the delay any more', async () => {
  await city.submit(journey, STEP, 'p-cro');
  expect((await journey.state()).steps[STEP]?.ladder).toBeUndefined();
  await city.passUntil(instantAt(silentMonthsCalendar, '2031-03-03', '09:01'));
  await city.deliver();
  const after = (await told()).filter(({ on }) => on > '2031-02-12');
  expect(after.map(({ ledger }) => ledger.kind)).toEqual(['to-accept']);
}, 120_000);
