import { checkCalendar, instantAt } from '@citypath/calendar';
import { forecastLetters } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { JourneyInHand } from '../support/journey-in-hand';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { asRow, inOrder, silenceEndsAt, silentCity, submittedAt, takenOverAt } from '../support/silent-months-story';
import { silentMonthsTable } from '../support/silent-months-table';

/** Day 0: the city is taken over at ten, and its officer hands in Assets and risks five minutes later. */
function dayZero(): JourneyInHand {
  return new JourneyInHand('2031-01-06', resilientCitiesChina, silentMonthsCalendar)
    .join(silentCity)
    .until(submittedAt)
    .submit('p1_assets');
}

describe('eighteen silent months of one city', () => {
  it('has a well-formed calendar, and a table that crosses Spring Festival and National Day', () => {
    expect(checkCalendar(silentMonthsCalendar)).toEqual([]);
    expect(instantAt(silentMonthsCalendar, '2031-01-06', '10:00')).toBe(takenOverAt);
    expect(silentMonthsTable.length).toBeGreaterThanOrEqual(40);
    expect(new Set(inOrder(silentMonthsTable)).size).toBe(silentMonthsTable.length);
  });

  it('opens what the table supposes to be open', () => {
    const city = dayZero();
    expect(city.openSteps()).toEqual(['asw_report', 'cro_funding_end', 'q_review@2031-Q1']);
    expect(city.state.steps['asw_report']?.dueOn).toBe('2031-01-14');
    expect(city.state.steps['cro_funding_end']?.dueOn).toBe('2032-02-11');
    expect(city.state.steps['p1_assets']).toMatchObject({ status: 'submitted', acceptanceDueOn: '2031-01-13' });
  });

  it('is forecast on day 0 as counted by hand', () => {
    const city = dayZero();
    const ahead = forecastLetters(city.context, city.state, city.now, '2032-07-06');
    expect(inOrder([...city.letters, ...ahead].map(asRow))).toEqual(inOrder(silentMonthsTable));
  });

  it('becomes what was forecast, moment by moment', () => {
    const city = dayZero().until(silenceEndsAt);
    expect(inOrder(city.letters.map(asRow))).toEqual(inOrder(silentMonthsTable));
  });
});
