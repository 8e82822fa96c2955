import { addDays, instantAt, type Day } from '@citypath/calendar';
import { requireStep } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { asRow, inOrder, silentCity, submittedAt, takenOverAt } from '../support/silent-months-story';
import { silentMonthsTable, type SilentMonthsRow } from '../support/silent-months-table';
import { seatAt, silentCityToTravel } from './silent-city';
import { TravellingCity } from './travelling-city';

let city: TravellingCity;
beforeAll(async () => {
  city = await TravellingCity.open(silentCityToTravel);
}, 90_000);
afterAll(() => city.close());

const LAST_DAY: Day = '2032-07-06';

/** What a reader sees of each kind: from a list of mails alone, but that an opening is told apart in the text. */
const saying: Record<SilentMonthsRow['kind'], RegExp> = {
  welcome: /, on CityPath from Mon 6 Jan( \||\n)/,
  'step-opened': / \| Due [^\n]+\n[^]* is open now and due on /,
  reminder: / \| Due [^\n]+\n(?![^]* is open now)/,
  overdue: / \| Was due [^\n]+\n/,
  escalation: / \| Late since [^\n]+\n/,
  'to-accept': / \| To accept by Mon 13 Jan\.\n/,
};

test('eighteen silent months bring the mail server what was counted by hand', async () => {
  await city.passUntil(takenOverAt);
  const journey = await city.join(silentCity, 'p-manager');
  await city.passUntil(submittedAt);
  await city.submit(journey, 'p1_assets', 'p-cro');
  await city.deliver();
  for (let day = addDays('2031-01-06', 1); day <= LAST_DAY; day = addDays(day, 1)) {
    // Whatever falls due before nine would be posted here, and found in the ledger with its moment.
    await city.passUntil(instantAt(silentMonthsCalendar, day, '09:01'));
    await city.deliver();
  }

  const arrived = await city.arrivedLetters();
  const came = arrived.map(({ on, to, ledger }) => ({ ...asRow(ledger), on, seat: seatAt(to) ?? null }));
  expect(inOrder(came)).toEqual(inOrder(silentMonthsTable));
  const inDigests = arrived.filter(({ way }) => way === 'in-digest');
  expect(inOrder(inDigests.map(({ ledger }) => asRow(ledger)))).toEqual([
    '2031-01-06 | reminder | asw_report | -7 | cro | p-cro',
    '2031-01-06 | welcome |  |  | cro | p-cro',
  ]);
  for (const { subject, glance, text, ledger, way } of arrived) {
    const matter = ledger.step === null ? resilientCitiesChina : requireStep(resilientCitiesChina, ledger.step);
    const named = `Silent City: ${matter.title.en}`;
    expect(ledger).toMatchObject({ crossed: false, attempts: 1 });
    if (way === 'in-digest') {
      expect(text).toContain(named);
      continue;
    }
    expect(ledger.status).toBe('accepted');
    expect(subject.startsWith(named)).toBe(true);
    expect(`${glance}\n${text}`).toMatch(saying[ledger.kind as SilentMonthsRow['kind']]);
  }
  const byClock = arrived.filter(({ on }) => on > '2031-01-06');
  expect(new Set(byClock.map(({ ledger }) => ledger.dueAt.slice(11, 16)))).toEqual(new Set(['01:00']));
  expect(
    await city.letters.ledger({ status: ['due', 'posting', 'cancelled', 'suppressed', 'held'] }, { limit: 1 }),
  ).toEqual({
    items: [],
    next: null,
  });
}, 180_000);
