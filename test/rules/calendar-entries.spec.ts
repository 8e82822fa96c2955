import { instantAt, wallClock, type CalendarData, type Day, type TimeOfDay } from '@citypath/calendar';
import { entryName, icalendarOf, type CalendarEntry } from '@citypath/letters';
import { calendarFile } from '../support/calendar-file';
import { china } from '../support/china';

/** A partner city's clock: forward at two on 28 March, back at three on 31 October. */
const berlin: CalendarData = {
  ...china,
  key: 'berlin',
  zone: 'Europe/Berlin',
  offsets: [
    { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
    { from: '2027-03-28T01:00:00.000Z', minutes: 120 },
    { from: '2027-10-31T01:00:00.000Z', minutes: 60 },
  ],
};

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: entryName('100rc-cn.yiwu', 'asw', 'citypath.example'),
  sequence: 3,
  now: '2027-03-01T02:00:00.000Z',
  when: { on: '2027-03-17', time: '09:30' },
  calendar: china,
  title: '义乌市：议程设定研讨会',
  place: '义乌国际博览中心，3号厅',
  words: ['全球100韧性城市 · 中国'],
  url: 'https://citypath.example/journeys/100rc-cn.yiwu/steps/asw',
  organizer: { name: 'CityPath', address: 'letters@citypath.example' },
  attendee: { name: 'Xiong Tao', address: 'xiong.tao@yiwu.example' },
};

const read = (change: Partial<CalendarEntry> = {}) => calendarFile(icalendarOf({ ...entry, ...change }));

test('an invitation is what calendar programs expect, in the city’s own zone', () => {
  expect(read()).toEqual({
    method: 'REQUEST',
    uid: '100rc-cn.yiwu.asw@citypath.example',
    sequence: 3,
    stampedAt: '2027-03-01T02:00:00Z',
    status: 'CONFIRMED',
    title: '义乌市：议程设定研讨会',
    place: '义乌国际博览中心，3号厅',
    words: '全球100韧性城市 · 中国\nhttps://citypath.example/journeys/100rc-cn.yiwu/steps/asw',
    start: '2027-03-17T09:30:00',
    startsAt: '2027-03-17T01:30:00.000Z',
    organizer: 'mailto:letters@citypath.example',
    attendees: [{ address: 'xiong.tao@yiwu.example', name: 'Xiong Tao' }],
  });
});

test('a meeting without a time takes the whole day, in no zone', () => {
  expect(read({ when: { on: '2027-03-17', time: null } })).toMatchObject({ start: '2027-03-17', startsAt: null });
});

test('an occurrence has an entry of its own', () => {
  expect(entryName('100rc-cn.yiwu', 'q_review@2027-Q1', 'citypath.example')).toBe(
    '100rc-cn.yiwu.q_review.2027-Q1@citypath.example',
  );
});

describe('where clocks change, the file and our own calendar mean the same instant', () => {
  test.each<[string, Day, TimeOfDay, string]>([
    ['in winter', '2027-03-26', '09:30', '2027-03-26T09:30:00'],
    ['in summer', '2027-03-29', '09:30', '2027-03-29T09:30:00'],
    ['at a time that never comes', '2027-03-28', '02:30', '2027-03-28T03:30:00'],
    ['at a time that comes twice: the first, beyond doubt', '2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['right after the clocks went back', '2027-10-31', '03:00', '2027-10-31T03:00:00'],
  ])('%s', (_, on, time, start) => {
    const when = wallClock(berlin, on, time);
    const file = read({ calendar: berlin, when });
    expect(file.start).toBe(start);
    expect(file.startsAt).toBe(instantAt(berlin, on, time));
  });

  test('in a zone that nobody describes it is given in UTC', () => {
    const file = read({ calendar: { ...berlin, zone: 'Europe/Nowhere' }, when: { on: '2027-03-29', time: '09:30' } });
    expect(file.start).toBe('2027-03-29T07:30:00Z');
  });
});

describe('what people write stays in its place', () => {
  const EVIL = 'Hall 3\r\nATTENDEE:mailto:everybody@example.com\u2028DTSTART:20000101\u0000;X=1,"2"\\n';

  test('in a title, a place and a name', () => {
    const file = read({
      title: EVIL,
      place: EVIL,
      organizer: { name: EVIL, address: 'letters@citypath.example' },
      attendee: { name: EVIL, address: 'xiong.tao@yiwu.example' },
    });
    const plain = 'Hall 3 ATTENDEE:mailto:everybody@example.com DTSTART:20000101;X=1,"2"\\n';
    expect(file).toMatchObject({ title: plain, place: plain, startsAt: '2027-03-17T01:30:00.000Z' });
    expect(file.attendees.map(({ address }) => address)).toEqual(['xiong.tao@yiwu.example']);
  });

  test('and a name of a thousand characters is folded, not cut', () => {
    expect(read({ place: '韧'.repeat(1_000) }).place).toBe('韧'.repeat(1_000));
  });
});
