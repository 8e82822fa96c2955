import { readDay } from './read-day';

const dayOf = (cell: string | number | { on: string }) => readDay(cell, 'ask');

it.each([
  ['2026-10-26'],
  ['2026/10/26'],
  ['2026.10.26'],
  ['20261026'],
  ['2026年10月26日'],
  ['２０２６年１０月２６日'],
  ['26/10/2026'],
  ['10/26/2026'],
  ['26.10.2026'],
  [46_321],
  ['46321'],
  [{ on: '2026-10-26' }],
])('%p is 26 October 2026', (written) => {
  expect(dayOf(written)).toEqual({ kind: 'day', on: '2026-10-26' });
});

it('asks where day and month could be either, unless somebody said which comes first', () => {
  expect(dayOf('05/06/2026')).toEqual({ kind: 'ambiguous', first: '2026-06-05', second: '2026-05-06' });
  expect(readDay('05/06/2026', 'day-first')).toEqual({ kind: 'day', on: '2026-06-05' });
  expect(readDay('05/06/2026', 'month-first')).toEqual({ kind: 'day', on: '2026-05-06' });
  expect(dayOf('06/06/2026')).toEqual({ kind: 'day', on: '2026-06-06' });
});

it.each([['soon'], ['2026-02-30'], ['31/02/2026'], ['0'], [12], ['2026'], ['1/2'], ['=TODAY()']])(
  '%p is no day',
  (written) => {
    expect(dayOf(written)).toEqual({ kind: 'none' });
  },
);
