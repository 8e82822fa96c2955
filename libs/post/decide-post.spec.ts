import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import { waitingStep, type JourneyState, type StepState } from '@citypath/journey';
import { decidePost } from './decide-post';
import type { JourneyAtSending, LetterAtHand } from './letter-at-hand';
import type { Recipient } from './recipient';
import { beijing, china, journey as yiwu, letter as sample, recipient } from './spec/post-samples';
import type { Suppression } from './suppression';

/** China's offset, Saturdays and Sundays off, no holidays. */
const weekdays: CalendarData = {
  format: 1,
  key: 'weekdays',
  title: { en: 'Weekdays', zh: '工作日' },
  zone: 'Asia/Shanghai',
  offsets: [{ from: '2000-01-01T00:00:00.000Z', minutes: 480 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: [2026],
};

const now: Instant = '2026-12-01T01:00:00.000Z';
const xiong: Recipient = {
  id: 'p-xiong',
  address: 'xiong@yiwu.example',
  erased: false,
  bounced: false,
  window: null,
  calendar: null,
  leave: null,
  lettersHeldUntilOn: null,
  received: { digestOn: null, ordinaryOn: null, ordinaryCount: 0 },
};

const reportStep: StepState = {
  ...waitingStep('asw_report'),
  status: 'open',
  round: 1,
  openedOn: '2026-11-02',
  baselineOn: '2026-12-01',
  dueOn: '2026-12-01',
};
const submitted: Partial<StepState> = { status: 'submitted', acceptanceDueOn: '2026-12-08' };

function journey(step: Partial<StepState> = {}, change: Partial<JourneyState> = {}): JourneyAtSending {
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
    joinedAt: '2026-11-02T01:00:00.000Z',
    takeover: true,
    seats: { cro: { holder: 'p-xiong', liaison: null, fromOn: null, vacancyTold: false } },
    steps: { asw_report: { ...reportStep, ...step } },
    hold: null,
    heldWorkingDays: 0,
    recentCommands: [],
    ...change,
  };
  return { state, today: '2026-12-01', calendar: weekdays, programmeSeats: { manager: 'p-manager', director: null } };
}

function letter(change: Partial<LetterAtHand> = {}): LetterAtHand {
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
    threshold: '0@2026-12-01',
    seat: 'cro',
    holder: 'p-xiong',
    dueAt: now,
    ...change,
  };
}

const fate = (
  oneLetter: LetterAtHand,
  at: JourneyAtSending = journey(),
  recipient: Recipient | null = xiong,
): Suppression | 'sent' => {
  const [decision] = decidePost({ now, recipient, letters: [{ letter: oneLetter, journey: at }] });
  return decision?.kind === 'suppress' ? decision.reason : 'sent';
};

describe('a due letter', () => {
  test('goes at once to the one who holds the seat', () => {
    expect(decidePost({ now, recipient: xiong, letters: [{ letter: letter(), journey: journey() }] })).toEqual([
      { kind: 'send', letterId: 'letter-1', to: 'p-xiong', ordinaryOn: '2026-12-01' },
    ]);
  });

  test('to a seat of the programme goes to whoever holds it today', () => {
    const toManager = letter({ kind: 'to-accept', threshold: 'seq:20', seat: 'manager', holder: null });
    const manager = { ...xiong, id: 'p-manager' };
    expect(
      decidePost({ now, recipient: manager, letters: [{ letter: toManager, journey: journey(submitted) }] }),
    ).toEqual([{ kind: 'send', letterId: 'letter-1', to: 'p-manager', ordinaryOn: '2026-12-01' }]);
  });

  test('is decided together with the others of the same person, each by its own journey', () => {
    const letters = [
      { letter: letter({ id: 'of-yiwu' }), journey: journey() },
      { letter: letter({ id: 'of-deyang' }), journey: journey({ status: 'done' }) },
    ];
    expect(decidePost({ now, recipient: xiong, letters })).toEqual([
      { kind: 'send', letterId: 'of-yiwu', to: 'p-xiong', ordinaryOn: '2026-12-01' },
      { kind: 'suppress', letterId: 'of-deyang', reason: 'step-not-waiting' },
    ]);
  });
});

describe('a reminder, an overdue letter or an escalation', () => {
  test.each<[string, Suppression | 'sent', Partial<StepState>]>([
    ['of an open step', 'sent', {}],
    ['of a step handed in', 'step-not-waiting', submitted],
    ['of a step that is done', 'step-not-waiting', { status: 'done' }],
    ['of a waived step', 'step-not-waiting', { status: 'waived' }],
    ['of a step in another round', 'round-over', { round: 2 }],
    ['of a day that was agreed anew', 'date-moved', { dueOn: '2026-12-15' }],
  ])('%s: %s', (_, expected, step) => {
    expect(fate(letter({ kind: 'reminder' }), journey(step))).toBe(expected);
    expect(fate(letter({ kind: 'overdue' }), journey(step))).toBe(expected);
    expect(fate(letter({ kind: 'escalation', seat: 'manager', holder: null }), journey(step))).toBe(expected);
  });

  test('of a day that has passed while the letter waited is left to the overdue letter', () => {
    const dayAfter = { ...journey(), today: '2026-12-02' as const };
    expect(fate(letter({ kind: 'reminder' }), dayAfter)).toBe('day-passed');
    expect(fate(letter({ kind: 'overdue' }), dayAfter)).toBe('sent');
  });

  test('waits for nobody while the journey is on hold, and after it is closed', () => {
    expect(fate(letter(), journey({}, { status: 'on-hold' }))).toBe('journey-on-hold');
    expect(fate(letter(), journey({}, { status: 'withdrawn' }))).toBe('journey-closed');
  });
});

describe('a letter about dates that a newer calendar has moved', () => {
  const report = { step: 'asw_report', clock: 'responsible', dueOn: '2026-12-01', previousOn: '2026-11-30' } as const;
  const elsewhere = { ...report, step: 'gone' };
  const dates = (...moved: LetterAtHand['moved'] & object) =>
    letter({ kind: 'dates-moved', step: null, threshold: 'seq:9', moved });

  test('goes while one of them still counts', () => {
    expect(fate(dates(report))).toBe('sent');
    expect(fate(dates(elsewhere, report))).toBe('sent');
  });

  test('is pointless once all of them moved again, back, or were settled before it left', () => {
    expect(fate(dates(report), journey({ dueOn: '2026-11-30' }))).toBe('date-moved');
    expect(fate(dates(report), journey({ status: 'done' }))).toBe('date-moved');
    expect(fate(dates(elsewhere))).toBe('date-moved');
    expect(fate(dates({ ...report, clock: 'accepting', dueOn: '2026-12-08' }), journey(submitted))).toBe('sent');
  });
});

describe('a letter about acceptance', () => {
  const toAccept = letter({ kind: 'to-accept', threshold: 'seq:20', seat: 'manager', holder: null });
  const silence = letter({ kind: 'escalation', threshold: 'accept+6@2026-12-08', seat: 'manager', holder: null });

  test('is sent while the step waits to be accepted', () => {
    expect(fate(toAccept, journey(submitted))).toBe('sent');
    expect(fate(silence, journey(submitted))).toBe('sent');
  });

  test('is pointless once the step was accepted or returned', () => {
    expect(fate(toAccept, journey({ status: 'done' }))).toBe('step-not-waiting');
    expect(fate(silence, journey({ round: 2 }))).toBe('step-not-waiting');
  });

  test('is pointless after a later submission moved the acceptance day', () => {
    expect(fate(silence, journey({ ...submitted, acceptanceDueOn: '2026-12-20' }))).toBe('date-moved');
  });
});

describe('news of an act', () => {
  const accepted = letter({ kind: 'accepted', threshold: 'seq:20' });
  const returned = letter({ kind: 'returned', round: 2, threshold: 'seq:20' });

  test('of an acceptance is told even when it closed the journey, not when the step was opened again', () => {
    expect(fate(accepted, journey({ status: 'done' }, { status: 'completed' }))).toBe('sent');
    expect(fate(accepted, journey({ status: 'open', round: 2 }))).toBe('step-not-waiting');
  });

  test('of a return is told while the work is to be done again', () => {
    expect(fate(returned, journey({ status: 'open', round: 2 }))).toBe('sent');
    expect(fate(returned, journey({ status: 'waiting' }))).toBe('sent');
    expect(fate(returned, journey({ ...submitted, round: 2 }))).toBe('step-not-waiting');
    expect(fate(returned, journey({ status: 'open', round: 3 }))).toBe('round-over');
  });

  test('of a vacancy is told only while the seat is vacant', () => {
    const vacancy = letter({ kind: 'vacancy', step: null, aboutSeat: 'cro', seat: 'manager', holder: null });
    const vacant = { cro: { holder: null, liaison: null, fromOn: null, vacancyTold: true } };
    expect(fate(vacancy, journey({}, { seats: vacant }))).toBe('sent');
    expect(fate(vacancy, journey())).toBe('seat-filled');
    const byOffice = { cro: { holder: null, liaison: 'p-office', fromOn: null, vacancyTold: true } };
    expect(fate(vacancy, journey({}, { seats: byOffice }))).toBe('seat-filled');
  });
});

describe('thanks', () => {
  const farewell = letter({ kind: 'thanks', step: null, threshold: 'seq:20' });
  const successor = { cro: { holder: 'p-successor', liaison: null, fromOn: null, vacancyTold: false } };

  test('go to the one who left the seat, also after the journey has ended', () => {
    expect(fate(farewell, journey({}, { seats: successor }))).toBe('sent');
    expect(fate(farewell, journey({}, { seats: successor, status: 'withdrawn' }))).toBe('sent');
  });

  test('do not go to somebody who holds the seat again', () => {
    expect(fate(farewell)).toBe('seat-changed');
  });
});

describe('nobody to send it to', () => {
  test('the seat was handed over meanwhile', () => {
    const seats = { cro: { holder: 'p-successor', liaison: null, fromOn: null, vacancyTold: false } };
    expect(fate(letter(), journey({}, { seats }))).toBe('seat-changed');
  });

  test.each<[string, Suppression, LetterAtHand, Recipient | null]>([
    ["nobody holds the programme's seat", 'seat-empty', letter({ seat: 'director', holder: null }), null],
    ['nobody is known under that id', 'person-unknown', letter(), null],
    ['the person was erased', 'person-erased', letter(), { ...xiong, address: null, erased: true }],
    ['the person has no address', 'no-address', letter(), { ...xiong, address: ' ' }],
  ])('%s: %s', (_, expected, oneLetter, recipient) => {
    expect(fate(oneLetter, journey(), recipient)).toBe(expected);
  });
});

describe('one person over all journeys', () => {
  const round = (letters: LetterAtHand[], who = recipient(), at = beijing('2026-09-15', '10:00')) =>
    decidePost({
      now: at,
      recipient: who,
      letters: letters.map((one) => ({ letter: one, journey: yiwu(dayAt(china, at)) })),
    }).map((decision) => [decision.letterId, decision.kind, 'reason' in decision ? decision.reason : null]);
  const ofReport = (id: string) => sample({ id });
  const ofPreparation = (id: string) => sample({ id, step: 'asw_prep' });

  test('two matters go as one digest', () => {
    expect(round([ofReport('a'), ofPreparation('b')])).toEqual([
      ['a', 'digest', null],
      ['b', 'digest', null],
    ]);
  });

  test('two levels of one matter go as one letter', () => {
    const opened = sample({ id: 'old', kind: 'step-opened', seq: 3, threshold: 'seq:3' });
    expect(round([opened, ofReport('new')])).toEqual([
      ['old', 'merge', null],
      ['new', 'send', null],
    ]);
  });

  test('urgent letters go alone beside the digest, also after it and beyond the cap', () => {
    const urgent = sample({ id: 'last', kind: 'escalation', urgent: true });
    const seat = sample({ id: 'seat', kind: 'seat-taken-over', step: null });
    const full = recipient({ received: { digestOn: '2026-09-15', ordinaryOn: '2026-09-15', ordinaryCount: 3 } });
    expect(round([ofReport('a'), ofPreparation('b'), urgent, seat])).toEqual([
      ['a', 'digest', null],
      ['b', 'digest', null],
      ['last', 'send', null],
      ['seat', 'send', null],
    ]);
    expect(round([ofReport('a'), urgent], full)).toEqual([
      ['a', 'hold', 'after-digest'],
      ['last', 'send', null],
    ]);
  });

  test('on a holiday everything is held, and what is no longer wanted is not', () => {
    const over = sample({ id: 'over', step: 'asw_prep', round: 7 });
    expect(round([ofReport('a'), over], recipient(), beijing('2026-09-19', '10:00'))).toEqual([
      ['a', 'suppress', 'day-passed'],
      ['over', 'suppress', 'round-over'],
    ]);
    const overdue = sample({ id: 'late', kind: 'overdue' });
    expect(round([overdue], recipient(), beijing('2026-10-03', '10:00'))).toEqual([['late', 'hold', 'day-off']]);
  });

  test('what somebody asked for just now goes at night, in a leave, and is counted apart', () => {
    const asked = sample({ id: 'asked', expedited: true });
    const away = recipient({ leave: { fromOn: '2026-09-14', untilOn: '2026-09-18', substitute: 'p-deputy' } });
    expect(round([asked], recipient(), beijing('2026-09-15', '23:00'))).toEqual([['asked', 'send', null]]);
    expect(round([asked], away)).toEqual([['asked', 'send', null]]);
    expect(round([sample({ ...asked, round: 7 })])).toEqual([['asked', 'suppress', 'round-over']]);
  });

  test('a bounced address gets nothing, whatever the hour', () => {
    expect(round([ofReport('a')], recipient({ bounced: true }), beijing('2026-09-15', '23:00'))).toEqual([
      ['a', 'suppress', 'address-bounced'],
    ]);
  });
});
