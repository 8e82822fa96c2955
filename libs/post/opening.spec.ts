import type { HoldReason } from './hold-reason';
import { opensNext, whyClosed } from './opening';
import type { Recipient } from './recipient';
import { beijing, china, gulf, recipient } from './spec/post-samples';

const closed = (who: Recipient, day: string, time: string, calendar = china) =>
  whyClosed(who, calendar, beijing(day, time));

describe('the window of somebody in China', () => {
  const clerk = recipient();

  test.each<[string, string, string, HoldReason | null, string | null]>([
    ['before nine', '2026-09-15', '08:59', 'outside-window', '2026-09-15'],
    ['at nine', '2026-09-15', '09:00', null, null],
    ['a minute before its end', '2026-09-15', '17:29', null, null],
    ['at its end', '2026-09-15', '17:30', 'outside-window', '2026-09-16'],
    ['on a Friday evening before a make-up Sunday', '2026-09-18', '18:00', 'outside-window', '2026-09-20'],
    ['on a Saturday', '2026-09-19', '10:00', 'day-off', '2026-09-20'],
    ['on a make-up Sunday', '2026-09-20', '10:00', null, null],
    ['in the middle of the National Day holiday', '2026-10-03', '10:00', 'day-off', '2026-10-08'],
    ['on a make-up Saturday', '2026-10-10', '10:00', null, null],
  ])('%s', (_, day, time, reason, untilOn) => {
    const expected = untilOn === null ? null : { reason, untilAt: beijing(untilOn, '09:00') };
    expect(closed(clerk, day, time)).toEqual(expected);
  });

  test('is no question for somebody who takes letters at any hour', () => {
    expect(closed(recipient({ window: null }), '2026-10-03', '03:00')).toBeNull();
  });
});

test('where Friday and Saturday are off, letters leave on Sunday', () => {
  expect(closed(recipient(), '2026-09-18', '14:00', gulf)).toEqual({
    reason: 'day-off',
    untilAt: '2026-09-20T05:00:00.000Z',
  });
  expect(closed(recipient(), '2026-09-20', '14:00', gulf)).toBeNull();
});

test('leave holds letters until the first working day after it', () => {
  const away = recipient({ leave: { fromOn: '2026-09-28', untilOn: '2026-09-30', substitute: null } });
  expect(closed(away, '2026-09-27', '10:00')).toMatchObject({ reason: 'day-off' });
  expect(closed(away, '2026-09-28', '10:00')).toEqual({ reason: 'on-leave', untilAt: beijing('2026-10-08', '09:00') });
  expect(closed(away, '2026-10-08', '09:00')).toBeNull();
  const atAnyHour = { ...away, window: null };
  expect(closed(atAnyHour, '2026-09-30', '23:59')?.untilAt).toBe(beijing('2026-10-01', '00:00'));
});

test('somebody’s letters may be held until a day, and leave when that day’s window opens', () => {
  const held = recipient({ lettersHeldUntilOn: '2026-10-05' });
  expect(closed(held, '2026-09-29', '10:00')).toEqual({
    reason: 'letters-held',
    untilAt: beijing('2026-10-08', '09:00'),
  });
  expect(closed(held, '2026-10-08', '09:00')).toBeNull();
});

test('clocks that go forward or back move the window with them', () => {
  const paris = {
    ...gulf,
    weekend: [6, 7],
    offsets: [
      { from: '2026-01-01T00:00:00.000Z' as const, minutes: 60 },
      { from: '2026-03-29T01:00:00.000Z' as const, minutes: 120 },
      { from: '2026-10-25T01:00:00.000Z' as const, minutes: 60 },
    ],
  };
  const evening = (instant: `${string}Z`) => whyClosed(recipient(), paris, instant)?.untilAt;
  expect(evening('2026-03-27T18:00:00.000Z')).toBe('2026-03-30T07:00:00.000Z');
  expect(evening('2026-10-23T18:00:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
  const atNight = recipient({ window: { from: '02:30', until: '03:30' } });
  const everyDay = { ...paris, weekend: [] };
  expect(whyClosed(atNight, everyDay, '2026-03-29T00:30:00.000Z')?.untilAt).toBe('2026-03-29T01:30:00.000Z');
  expect(whyClosed(atNight, everyDay, '2026-10-25T00:10:00.000Z')?.untilAt).toBe('2026-10-25T00:30:00.000Z');
});

test('whatever is held is held until later than now, or a courier would turn for ever', () => {
  const many = [
    recipient(),
    recipient({ leave: { fromOn: '2026-09-01', untilOn: '2026-12-31', substitute: null } }),
    recipient({ lettersHeldUntilOn: '2026-10-03' }),
    recipient({ window: null, lettersHeldUntilOn: '2026-10-03' }),
    recipient({ window: { from: '00:00', until: '23:59' } }),
  ];
  for (let ms = Date.parse('2026-09-14T00:00:00Z'); ms < Date.parse('2026-10-12T00:00:00Z'); ms += 97 * 60_000) {
    const now = new Date(ms).toISOString() as `${string}Z`;
    for (const who of many) {
      const waiting = whyClosed(who, china, now);
      if (waiting !== null) expect(waiting.untilAt > now).toBe(true);
      expect(opensNext(who, china, now) > now).toBe(true);
    }
  }
});
