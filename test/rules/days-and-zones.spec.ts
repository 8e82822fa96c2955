import type { CalendarData, Day, Instant } from '@citypath/calendar';
import { businessDays } from '../support/business-days';
import { addWorkingDays } from '@citypath/calendar';
import { china } from '../support/china';
import { JourneyInHand } from '../support/journey-in-hand';

/** A partner city's working days, without holidays: what is told here is the clock. */
const germany: CalendarData = {
  format: 1,
  key: 'de',
  title: { en: 'Working days of Germany', zh: '德国工作日历' },
  zone: 'Europe/Berlin',
  offsets: [
    { from: '2017-10-29T01:00:00.000Z', minutes: 60 },
    { from: '2018-03-25T01:00:00.000Z', minutes: 120 },
    { from: '2018-10-28T01:00:00.000Z', minutes: 60 },
  ],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: [2018],
};
const egypt: CalendarData = {
  ...germany,
  key: 'eg',
  zone: 'Africa/Cairo',
  offsets: [{ from: '2014-09-25T21:00:00.000Z', minutes: 120 }],
  weekend: [5, 6],
};

/** A city at its workshop report, which is due on a day that was agreed. */
function reportDue(dueOn: Day, calendar: CalendarData, startsOn: Day): JourneyInHand {
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'leadership_group'];
  return new JourneyInHand(startsOn, undefined, calendar)
    .join({
      takeover: true,
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: done.map((step) => ({ step, happenedOn: null })),
    })
    .give({ kind: 'agree-date', step: 'asw_report', dueOn, reason: 't' });
}

/** When the reminders of the report fall due. */
function reminders(city: JourneyInHand, untilOn: Day): string[] {
  city.takeLetters();
  const letters = city.on(untilOn, '23:00').takeLetters();
  return letters.filter(({ kind, step }) => kind === 'reminder' && step === 'asw_report').map(({ dueAt }) => dueAt);
}

it.each(businessDays.vectors)('$from and $add working days is $is', ({ from, add, is }) => {
  expect(addWorkingDays(china, from, add)).toBe(is);
});

describe('letters leave at nine on the wall clock', () => {
  it('on both sides of the night in which an hour is left out', () => {
    // The clocks go forward on Sunday 25 March 2018.
    const due = reminders(reportDue('2018-03-26', germany, '2018-03-01'), '2018-03-26');
    expect(due.slice(-2)).toEqual(['2018-03-23T08:00:00.000Z', '2018-03-26T07:00:00.000Z']);
  });

  it('and of the night in which an hour comes twice', () => {
    // The clocks go back on Sunday 28 October 2018.
    const due = reminders(reportDue('2018-10-29', germany, '2018-10-01'), '2018-10-29');
    expect(due.slice(-2)).toEqual(['2018-10-26T07:00:00.000Z', '2018-10-29T08:00:00.000Z']);
  });

  it('and not on Friday and Saturday, where these are the weekend', () => {
    const due = reminders(reportDue('2018-06-10', egypt, '2018-05-20'), '2018-06-10');
    // Sunday 10 June is a working day; the one before it is Thursday the 7th.
    expect(due.slice(-2)).toEqual(['2018-06-07T07:00:00.000Z', '2018-06-10T07:00:00.000Z']);
  });
});

describe('a deadline is the end of its day in the city', () => {
  const inTime = (calendar: CalendarData, at: Instant) => {
    const city = reportDue('2018-03-08', calendar, '2018-02-26').until(at).submit('asw_report');
    const submitted = city.facts.find((fact) => fact.kind === 'step-submitted');
    return submitted?.kind === 'step-submitted' ? submitted.inTime : null;
  };

  it('to the last millisecond', () => {
    expect(inTime(germany, '2018-03-08T22:59:59.999Z')).toBe(true);
    expect(inTime(germany, '2018-03-08T23:00:00.000Z')).toBe(false);
  });

  it('midnight in Berlin is seven in the morning of the next day in Shanghai', () => {
    // The call of 2018 closed at midnight CET: what is in time there is late for the same day in China.
    expect(inTime(china, '2018-03-08T15:59:59.999Z')).toBe(true);
    expect(inTime(china, '2018-03-08T16:00:00.000Z')).toBe(false);
    expect(inTime(germany, '2018-03-08T16:00:00.000Z')).toBe(true);
  });
});
