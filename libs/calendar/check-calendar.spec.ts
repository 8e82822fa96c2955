import { china, paris } from './fixtures/calendars';
import type { CalendarData, Day } from './index';
import { checkCalendar } from './index';

const title = { en: 'Day off', zh: '休息日' };

function complaintsAbout(change: Partial<CalendarData>): string[] {
  return checkCalendar({ ...paris, ...change });
}

describe('checking a calendar', () => {
  it('finds nothing wrong with those in use', () => {
    expect(checkCalendar(china)).toEqual([]);
    expect(checkCalendar(paris)).toEqual([]);
  });

  it.each<[string, Partial<CalendarData>, string[]]>([
    ['a format from elsewhere', { format: 2 as 1 }, ['format: 2 is not known, only 1']],
    ['no key', { key: '' }, ['key: "" is not a short name in small letters']],
    ['no zone', { zone: ' ' }, ['zone: has no name']],
    ['one language only', { title: { en: 'China', zh: '' } }, ['title: has no Chinese text']],
    ['a morning after midnight', { morning: '24:00' }, ['morning: "24:00" is not a time of the day']],
    ['no offset', { offsets: [] }, ['offsets: there is none']],
    [
      'an offset of days',
      { offsets: [{ from: '2020-01-01T00:00:00.000Z', minutes: 2000 }] },
      ['offsets[0].minutes: 2000 is not a whole number of minutes within 26 hours'],
    ],
    [
      'an offset from no instant',
      { offsets: [{ from: '2020-01-01Z', minutes: 60 }] },
      ['offsets[0].from: "2020-01-01Z" is not an instant'],
    ],
    [
      'offsets in disorder',
      { offsets: [...paris.offsets].reverse().slice(0, 2) },
      ['offsets[1].from: is not at least three days after the one before it'],
    ],
    ['a day that is no weekday', { weekend: [6, 0] }, ['weekend: 0 is not a weekday from 1 to 7']],
    ['a weekday twice', { weekend: [6, 6] }, ['weekend: names a weekday twice']],
    ['nothing but weekend', { weekend: [1, 2, 3, 4, 5, 6, 7] }, ['weekend: leaves no working day']],
    [
      'a closure on no day',
      { closures: [{ from: '2026-02-30', to: '2026-03-01', title }] },
      ['closures[0].from: "2026-02-30" is not a day'],
    ],
    [
      'a closure back to front',
      { closures: [{ from: '2026-10-07', to: '2026-10-01', title }] },
      ['closures[0]: ends on 2026-10-01, before it begins on 2026-10-07'],
    ],
    [
      'closures over each other',
      {
        closures: [
          { from: '2026-10-01', to: '2026-10-07', title },
          { from: '2026-10-07', to: '2026-10-08', title },
        ],
      },
      ['closures[1]: begins on 2026-10-07, not after the one before it'],
    ],
    [
      'a closure without end',
      { closures: [{ from: '2026-10-01', to: '2036-10-01', title }] },
      ['closures[0]: is longer than a year'],
    ],
    [
      'a make-up day in the week',
      { makeUpDays: [{ on: '2026-10-12', title }] },
      ['makeUpDays[0]: 2026-10-12 is not a weekend day'],
    ],
    [
      'a make-up day in a closure',
      {
        closures: [{ from: '2026-10-01', to: '2026-10-10', title }],
        makeUpDays: [{ on: '2026-10-10', title }],
      },
      ['makeUpDays[0]: 2026-10-10 lies in a closure'],
    ],
    [
      'make-up days that are none, nameless, or in disorder',
      {
        makeUpDays: [
          { on: 'soon' as Day, title },
          { on: '2026-10-10', title },
          { on: '2026-09-20', title: { en: '', zh: '班' } },
        ],
      },
      [
        'makeUpDays[0].on: "soon" is not a day',
        'makeUpDays[2].title: has no English text',
        'makeUpDays[2]: 2026-09-20 is not after the one before it',
      ],
    ],
    [
      'years that are none, or in disorder',
      { publishedYears: [2025.5, 2026, 2026] },
      ['publishedYears[0]: 2025.5 is not a year', 'publishedYears[2]: 2026 is not after the one before it'],
    ],
  ])('complains about %s', (_, change, complaints) => {
    expect(complaintsAbout(change)).toEqual(complaints);
  });
});
