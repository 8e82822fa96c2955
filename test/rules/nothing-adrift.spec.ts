import { addDays, type Day } from '@citypath/calendar';
import { adrift } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { JourneyInHand } from '../support/journey-in-hand';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { silentCity, submittedAt } from '../support/silent-months-story';

const dayZero = () =>
  new JourneyInHand('2031-01-06', resilientCitiesChina, silentMonthsCalendar)
    .join(silentCity)
    .until(submittedAt)
    .submit('p1_assets');

test('on no day of eighteen silent months is an open step left lying', () => {
  const city = dayZero();
  for (let day: Day = '2031-01-07'; day < '2032-07-06'; day = addDays(day, 1)) {
    city.on(day);
    expect([day, adrift(city.context, city.state, city.now)]).toEqual([day, []]);
  }
});

test('a step whose reminders are all told, and whose ladder neither climbs nor has ended, is adrift until it is held', () => {
  const city = dayZero().on('2031-02-20');
  const step = city.state.steps['asw_report']!;
  const forgotten = { ...step, toldUntilAt: '2099-01-01T00:00:00.000Z' as const, ladder: undefined };
  const context = { ...city.context, definition: { ...city.context.definition, escalation: { rungs: [] } } };
  const state = { ...city.state, steps: { ...city.state.steps, asw_report: forgotten } };
  expect(adrift(context, state, city.now)).toContain('asw_report');
  expect(adrift(context, { ...state, status: 'on-hold' }, city.now)).toEqual([]);
  const submitted = { ...forgotten, status: 'submitted' as const };
  expect(adrift(context, { ...state, steps: { ...state.steps, asw_report: submitted } }, city.now)).not.toContain(
    'asw_report',
  );
});
