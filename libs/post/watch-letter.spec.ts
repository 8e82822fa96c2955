import type { Day } from '@citypath/calendar';
import { beijing, china, recipient } from './spec/post-samples';
import { decideWatchLetter, type OpenMatter, type WatchPost } from './watch-letter';

/** Seen at a time of Tuesday 15 September 2026. */
const seen = (id: string, time: string): OpenMatter => ({ id, seenAt: beijing('2026-09-15', time) });
/** What becomes of it on that day, at a time; nothing was told before. */
const decided = (time: string, matters: OpenMatter[], change: Partial<WatchPost> = {}) =>
  decideWatchLetter({
    ...{ now: beijing('2026-09-15', time), recipient: recipient(), calendar: china, matters },
    ...{ told: new Set<string>(), lastOn: null },
    ...change,
  });

test('all that is wrong goes as one letter, with what was seen a moment ago', () => {
  expect(decided('10:15', [seen('1', '10:00'), seen('2', '10:14')])).toEqual({
    ...{ kind: 'send', matters: ['1', '2'], on: '2026-09-15' },
  });
});

test('what was seen less than a quarter of an hour ago may go by itself', () => {
  expect(decided('10:14', [seen('1', '10:00')])).toEqual({
    ...{ kind: 'hold', untilAt: beijing('2026-09-15', '10:15'), reason: 'gathering' },
  });
});

test('nothing new, no letter', () => {
  expect(decided('12:00', [])).toEqual({ kind: 'nothing' });
  expect(decided('12:00', [seen('1', '10:00')], { told: new Set(['1']) })).toEqual({ kind: 'nothing' });
});

test('what was told is not told again beside something new', () => {
  const told = { told: new Set(['1']), lastOn: '2026-09-14' as Day };
  expect(decided('12:00', [seen('1', '10:00'), seen('2', '11:00')], told)).toMatchObject({ matters: ['2'] });
});

test('one a day: what is new after it waits for the next working day', () => {
  expect(decided('12:00', [seen('2', '11:00')], { told: new Set(['1']), lastOn: '2026-09-15' })).toEqual({
    ...{ kind: 'hold', untilAt: beijing('2026-09-16', '09:00'), reason: 'after-digest' },
  });
});

test('the window, days off and leave hold it as any letter', () => {
  const matters = [seen('1', '08:00')];
  expect(decided('08:59', matters)).toMatchObject({ kind: 'hold', reason: 'outside-window' });
  expect(decided('10:00', matters, { now: beijing('2026-10-03', '10:00') })).toEqual({
    ...{ kind: 'hold', untilAt: beijing('2026-10-08', '09:00'), reason: 'day-off' },
  });
  const leave = { fromOn: '2026-09-14' as Day, untilOn: '2026-09-16' as Day, substitute: 'p-other' };
  expect(decided('10:00', matters, { recipient: recipient({ leave }) })).toEqual({
    ...{ kind: 'hold', untilAt: beijing('2026-09-17', '09:00'), reason: 'on-leave' },
  });
  expect(decided('03:00', [seen('1', '02:00')], { recipient: recipient({ window: null }) }).kind).toBe('send');
});

test.each([{ address: '' }, { bounced: true }, { erased: true }])('whom no mail reaches gets none: %j', (change) => {
  expect(decided('12:00', [seen('1', '10:00')], { recipient: recipient(change) })).toEqual({ kind: 'nothing' });
});
