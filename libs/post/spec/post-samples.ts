import type { CalendarData, Instant } from '@citypath/calendar';
import { waitingStep, type JourneyState, type StepState } from '@citypath/journey';
import type { JourneyAtSending, LetterAtHand } from '../letter-at-hand';
import type { Recipient } from '../recipient';

/** China's working days of the autumn of 2026 as published: Sunday 20 September and Saturday 10 October are worked. */
export const china: CalendarData = {
  format: 1,
  key: 'cn',
  title: { en: 'China', zh: '中国' },
  zone: 'Asia/Shanghai',
  offsets: [{ from: '2000-01-01T00:00:00.000Z', minutes: 480 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [
    { from: '2026-09-25', to: '2026-09-27', title: { en: 'Mid-Autumn Festival', zh: '中秋节' } },
    { from: '2026-10-01', to: '2026-10-07', title: { en: 'National Day', zh: '国庆节' } },
  ],
  makeUpDays: [
    { on: '2026-09-20', title: { en: 'National Day', zh: '国庆节' } },
    { on: '2026-10-10', title: { en: 'National Day', zh: '国庆节' } },
  ],
  publishedYears: [2026],
};

/** Friday and Saturday off, as in the Gulf until 2022; four hours east of Greenwich. */
export const gulf: CalendarData = {
  ...china,
  key: 'gulf',
  zone: 'Asia/Muscat',
  offsets: [{ from: '2000-01-01T00:00:00.000Z', minutes: 240 }],
  weekend: [5, 6],
  closures: [],
  makeUpDays: [],
};

/** A time of the day in China. */
export function beijing(day: string, time: string): Instant {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString() as Instant;
}

/** Somebody in an office from nine to half past five, who has had no letter yet. */
export function recipient(change: Partial<Recipient> = {}): Recipient {
  return {
    id: 'p-xiong',
    address: 'xiong@yiwu.example',
    erased: false,
    bounced: false,
    window: { from: '09:00', until: '17:30' },
    calendar: null,
    leave: null,
    lettersHeldUntilOn: null,
    received: { digestOn: null, ordinaryOn: null, ordinaryCount: 0 },
    ...change,
  };
}

/** A reminder of the workshop report, due on Friday 18 September 2026. */
export function letter(change: Partial<LetterAtHand> = {}): LetterAtHand {
  return {
    id: 'letter-1',
    journeyId: '100rc-cn.yiwu',
    aboutSeat: null,
    urgent: false,
    expedited: false,
    passedOnTo: null,
    kind: 'reminder',
    seq: 20,
    step: 'asw_report',
    round: 1,
    threshold: 'due-3@2026-09-18',
    seat: 'cro',
    holder: 'p-xiong',
    dueAt: beijing('2026-09-15', '09:00'),
    ...change,
  };
}

const report: StepState = {
  ...waitingStep('asw_report'),
  status: 'open',
  round: 1,
  openedOn: '2026-08-20',
  baselineOn: '2026-09-18',
  dueOn: '2026-09-18',
};

/** Yiwu on a day, its workshop report open. */
export function journey(
  today: JourneyAtSending['today'],
  step: Partial<StepState> = {},
  change: Partial<JourneyState> = {},
): JourneyAtSending {
  const state: JourneyState = {
    format: 1,
    journeyId: '100rc-cn.yiwu',
    city: 'yiwu',
    programme: '100rc-cn',
    status: 'active',
    head: 20,
    definitionHash: 'd',
    calendarHash: 'c',
    joinedOn: null,
    joinedAt: '2026-08-02T01:00:00.000Z',
    takeover: true,
    seats: { cro: { holder: 'p-xiong', liaison: null, fromOn: null, vacancyTold: false } },
    steps: { asw_report: { ...report, ...step }, asw_prep: { ...report, ref: 'asw_prep', step: 'asw_prep' } },
    hold: null,
    heldWorkingDays: 0,
    recentCommands: [],
    ...change,
  };
  return { state, today, calendar: china, programmeSeats: { manager: 'p-manager', director: null } };
}
