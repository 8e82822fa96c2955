import { passedOn } from './stand-in';
import { beijing, china, letter, recipient } from './spec/post-samples';

const now = beijing('2026-09-15', '10:00');
const at = { calendar: china, now };
const away = recipient({ leave: { fromOn: '2026-09-14', untilOn: '2026-09-18', substitute: 'p-deputy' } });
const deputy = recipient({ id: 'p-deputy', address: 'deputy@yiwu.example' });
const onward = letter({ passedOnTo: 'p-deputy' });

test('a letter to somebody on leave goes to the one who stands in', () => {
  expect(passedOn({ letter: letter(), recipient: away, absent: null, ...at }, true)).toEqual({
    kind: 'pass-on',
    letterId: 'letter-1',
    to: 'p-deputy',
  });
  expect(passedOn({ letter: onward, recipient: deputy, absent: away, ...at }, true)).toBeNull();
});

test('a leave without anybody who stands in passes nothing on', () => {
  const alone = recipient({ leave: { ...away.leave!, substitute: null } });
  expect(passedOn({ letter: letter(), recipient: alone, absent: null, ...at }, true)).toBeNull();
});

test.each([
  ['the leave has ended', recipient({ leave: { ...away.leave!, untilOn: '2026-09-14' } })],
  ['somebody else stands in now', recipient({ leave: { ...away.leave!, substitute: 'p-other' } })],
  ['nobody holds the seat any more', null],
])('it comes back when %s', (_, absent) => {
  expect(passedOn({ letter: onward, recipient: deputy, absent, ...at }, true)).toEqual({
    kind: 'pass-on',
    letterId: 'letter-1',
    to: null,
  });
});

test('when the one who stands in is away too, it waits for whoever is back first', () => {
  const soonBack = {
    ...deputy,
    leave: { fromOn: '2026-09-15', untilOn: '2026-09-16', substitute: 'p-xiong' } as const,
  };
  const longAway = { ...deputy, leave: { fromOn: '2026-09-15', untilOn: '2026-12-16', substitute: null } as const };
  const until = (who: typeof deputy, reached = true) =>
    passedOn({ letter: onward, recipient: who, absent: away, ...at }, reached);
  expect(until(soonBack)).toMatchObject({ reason: 'on-leave', untilAt: beijing('2026-09-17', '09:00') });
  expect(until(longAway)).toMatchObject({ reason: 'on-leave', untilAt: beijing('2026-09-20', '09:00') });
  expect(until(deputy, false)).toMatchObject({ reason: 'on-leave', untilAt: beijing('2026-09-20', '09:00') });
});
