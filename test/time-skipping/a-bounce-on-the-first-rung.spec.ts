import { addDays, instantAt, type Day } from '@citypath/calendar';
import type { RunningJourney } from './running-journey';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { silentCity, takenOverAt } from '../support/silent-months-story';
import { seatAt, silentCityToTravel } from './silent-city';
import { TravellingCity, type ArrivedLetter } from './travelling-city';

let city: TravellingCity;
let journey: RunningJourney;
beforeAll(async () => {
  city = await TravellingCity.open({ ...silentCityToTravel, key: 'unreachedcity' });
}, 90_000);
afterAll(() => city.close());

/** One minute past nine of each day up to that one: the courier's round, and its report. */
async function liveThrough(from: Day, until: Day): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    await city.passUntil(instantAt(silentMonthsCalendar, day, '09:01'));
    await city.deliver();
  }
}

const toThoseAbove = async (): Promise<ArrivedLetter[]> =>
  (await city.arrivedLetters()).filter(({ to }) => ['manager', 'director'].includes(seatAt(to) ?? ''));

/** The report is due on Tue 14 January 2031: 15(1) 16(2) 17(3). */
test('the manager’s letter is refused: the director is told the same morning, of the delay and of whom nobody reaches', async () => {
  await city.passUntil(takenOverAt);
  journey = await city.join(silentCity, 'p-manager');
  await city.deliver();
  await liveThrough('2031-01-07', '2031-01-16');
  expect(await toThoseAbove()).toEqual([]);

  await city.passUntil(instantAt(silentMonthsCalendar, '2031-01-17', '09:01'));
  city.refuseNext();
  await city.deliver();
  await city.passUntil(instantAt(silentMonthsCalendar, '2031-01-17', '09:02'));
  await city.deliver();

  const told = await toThoseAbove();
  expect(told.map(({ on, to, ledger }) => `${on} ${ledger.kind} → ${seatAt(to) ?? to}`).sort()).toEqual([
    '2031-01-17 contact-lost → director',
    '2031-01-17 escalation → director',
    '2031-01-17 rung-passed-over → director',
  ]);
  const passedOver = told.find(({ ledger }) => ledger.kind === 'rung-passed-over');
  expect(told.filter(({ way }) => way === 'alone').map(({ ledger }) => ledger.kind)).toEqual(['escalation']);
  // In the director’s digest: of the step, and of whom nobody reaches.
  expect(passedOver?.text).toContain('- Silent City: Workshop report. Somebody could not be told. Look at the step.');
  expect(passedOver?.text).toContain(
    '- Silent City: Programme manager, letters have not arrived since Fri 17 Jan. Correct the address.',
  );
  expect((await city.letters.ledger({ status: ['refused'] }, { limit: 5 })).items).toMatchObject([
    { kind: 'escalation', seat: 'manager', status: 'refused' },
  ]);
}, 120_000);

test('the director’s letter arrives, and with it the ladder has come to its end: nobody else is told', async () => {
  await liveThrough('2031-01-18', '2031-02-28');
  expect((await toThoseAbove()).filter(({ ledger }) => ledger.step === 'asw_report')).toHaveLength(2);
  const { steps, contacts } = await journey.state();
  expect(steps['asw_report']?.ladder).toMatchObject({ endedOn: '2031-01-17' });
  expect(contacts).toMatchObject([{ seat: 'manager', person: null, why: 'bounced' }]);
}, 120_000);
