import type { Day } from '@citypath/calendar';
import type { Command, Fact, FactBody, FactKind } from '@citypath/journey';
import { chinaCalendar } from '../../calendars/china';
import { MONDAY, namesOf, told } from '../../spec/yiwu';
import { dayText, recordedDayText, type TellDay } from '../words';
import { historySentence } from './history-sentence';

const yiwu = { en: 'Yiwu', zh: '义乌' };
const { state } = told();
const to = { seat: 'cro', holder: 'p-xiong' };
const programme = { seat: 'manager', holder: null };
const director = { seat: 'director', holder: null };
const mayor = { seat: 'mayors_office', holder: null };
const told0 = { step: 'asw_report', round: 1, threshold: '-3', dueOn: '2026-12-01' as const, to };
const day = '2026-12-01' as const;

/** One of each kind; the compiler misses one that is new. */
const oneOfEach: { [K in FactKind]: Extract<FactBody, { kind: K }> } = {
  joined: {
    kind: 'joined',
    city: 'yiwu',
    programme: 'p',
    definitionHash: 'd',
    calendarHash: 'c',
    takeover: false,
    happenedOn: day,
  },
  welcomed: { kind: 'welcomed', to: [to, programme] },
  'seat-appointed': {
    kind: 'seat-appointed',
    seat: 'cro',
    holder: 'p-xiong',
    liaison: null,
    happenedOn: day,
    tell: true,
  },
  'seat-handed-over': { kind: 'seat-handed-over', seat: 'cro', from: 'p-xiong', holder: 'p-liaison', happenedOn: null },
  'seat-vacated': { kind: 'seat-vacated', seat: 'cro', from: 'p-xiong', happenedOn: day },
  'liaison-named': { kind: 'liaison-named', seat: 'cro', liaison: 'p-liaison', previous: null },
  readmitted: { kind: 'readmitted', command: 'c', reason: 't', heldWorkingDays: 3 },
  'vacancy-noticed': { kind: 'vacancy-noticed', seat: 'cro', to: [programme] },
  'step-commented': {
    kind: 'step-commented',
    step: 'asw_report',
    comment: 't-1',
    audience: 'programme',
    to: [programme],
    answers: [],
  },
  'step-opened': {
    kind: 'step-opened',
    step: 'asw_report',
    round: 1,
    dueOn: null,
    happenedOn: day,
    owner: to,
    tell: true,
    takenOver: false,
  },
  'due-moved': {
    kind: 'due-moved',
    step: 'asw_report',
    clock: 'responsible',
    dueOn: day,
    previousOn: null,
    cause: 'hold',
    heldWorkingDays: 2,
    toldUntilAt: null,
  },
  'date-agreed': {
    kind: 'date-agreed',
    step: 'asw_report',
    dueOn: day,
    previousOn: null,
    reason: 't',
    planned: true,
    retell: false,
  },
  'event-scheduled': { kind: 'event-scheduled', step: 'asw', on: day, previousOn: null, time: '14:00' },
  'event-called-off': { kind: 'event-called-off', step: 'asw', previousOn: day, sequence: 1, to: [programme] },
  'event-guests-changed': {
    kind: 'event-guests-changed',
    step: 'asw',
    on: day,
    sequence: 1,
    to: [programme],
    left: [],
  },
  'step-submitted': {
    kind: 'step-submitted',
    step: 'asw_report',
    round: 2,
    evidence: { text: null, keys: [] },
    happenedOn: null,
    inTime: true,
    submittedOn: day,
    seat: 'cro',
    acceptor: programme,
    acceptanceDueOn: day,
  },
  'step-accepted': { kind: 'step-accepted', step: 'asw_report', round: 1, to, happenedOn: day },
  'step-returned': { kind: 'step-returned', step: 'asw_report', round: 2, comment: 't', to, dueOn: day },
  'step-sent-back': { kind: 'step-sent-back', step: 'city_review', round: 1, comment: 't', backTo: 'draft', to },
  'step-completed': { kind: 'step-completed', step: 'asw', happenedOn: null, presumed: false },
  'step-waived': { kind: 'step-waived', step: 'asw', reason: 't', happenedOn: day },
  'step-skipped': { kind: 'step-skipped', step: 'asw', reason: 't', happenedOn: day },
  'step-reassigned': {
    kind: 'step-reassigned',
    step: 'asw_report',
    round: 1,
    seat: 'mayors_office',
    previous: 'cro',
    reason: 't',
    told: { from: to, to: mayor },
  },
  'step-reopened': {
    kind: 'step-reopened',
    step: 'draft',
    round: 2,
    reason: 't',
    dueOn: day,
    happenedOn: day,
    owner: to,
    tell: true,
  },
  held: { kind: 'held', awaiting: 't', reason: 't', untilOn: day },
  resumed: { kind: 'resumed', reason: null, heldWorkingDays: 3 },
  withdrawn: { kind: 'withdrawn', reason: 't' },
  finished: { kind: 'finished' },
  'calendar-adopted': { kind: 'calendar-adopted', hash: 'h', reason: 't' },
  'definition-adopted': { kind: 'definition-adopted', hash: 'h', reason: 't' },
  'reminder-fell-due': { kind: 'reminder-fell-due', ...told0 },
  'overdue-fell-due': { kind: 'overdue-fell-due', ...told0 },
  'rung-reached': { kind: 'rung-reached', ...told0, to: programme, about: to },
  'acceptance-reminder-fell-due': { kind: 'acceptance-reminder-fell-due', ...told0, to: programme },
  'acceptance-rung-reached': {
    kind: 'acceptance-rung-reached',
    ...told0,
    to: { seat: 'director', holder: null },
    about: programme,
  },
  'rung-prepared': { kind: 'rung-prepared', ...told0, to: programme, reaches: mayor, about: to },
  'rung-left-unreleased': { kind: 'rung-left-unreleased', ...told0, to: director, reaches: mayor, about: to },
  'rung-declined': { kind: 'rung-declined', ...told0, reaches: mayor, about: to, reason: 't' },
  'rung-passed-over': {
    kind: 'rung-passed-over',
    ...told0,
    to: programme,
    passed: mayor,
    about: to,
    why: 'vacant',
  },
  'post-reported': { kind: 'post-reported', outcomes: [] },
  'contact-lost': {
    kind: 'contact-lost',
    seat: 'cro',
    person: 'p-xiong',
    why: 'bounced',
    on: day,
    letterSeq: 3,
    to: programme,
  },
  'contact-mended': { kind: 'contact-mended', seat: 'cro', person: 'p-xiong', on: day },
  'step-acknowledged': {
    kind: 'step-acknowledged',
    step: 'asw_report',
    round: 1,
    untilOn: day,
    on: day,
    quietUntilAt: MONDAY,
    seat: 'cro',
  },
  'cadence-set': { kind: 'cadence-set', of: null, cadence: null },
  'went-to-step': { kind: 'went-to-step', step: 'asw_report', reason: 't' },
  'restarted-from-step': { kind: 'restarted-from-step', step: 'asw_report', reason: 't' },
  'step-set-back': { kind: 'step-set-back', step: 'city_review', round: 1, because: 'asw_report' },
  'act-undone': { kind: 'act-undone', command: 'c', reason: 't' },
};

function sentenceOf(
  body: FactBody,
  by: string | null = 'p-manager',
  onBehalfOf: string | null = null,
  tellDay: TellDay = dayText,
) {
  const fact: Fact = { ...body, seq: 1, recordedAt: MONDAY, by, onBehalfOf, commandId: 'c', commandHash: 'h' };
  return historySentence(fact, namesOf(state), yiwu, tellDay);
}

it.each(Object.values(oneOfEach))('$kind is a whole sentence in both languages', (body) => {
  const { en, zh } = sentenceOf(body);
  expect(en).toMatch(/^[A-Z].*\.$/);
  expect(en).not.toMatch(/undefined|null|p-|[_@]/);
  expect(zh).toMatch(/。$/u);
  expect(zh).not.toMatch(/undefined|null|p-|[_@]|[,;!]/);
  // Keys of seats and steps never show.
  expect(zh).not.toMatch(/manager|asw/);
});

it('says who acted for whom', () => {
  expect(sentenceOf(oneOfEach['step-submitted'], 'p-liaison', 'p-xiong')).toEqual({
    en: 'Li Na for Xiong Tao handed in Workshop report, round 2, in time; Chen Wei is asked to accept it by Tue 1 Dec 2026.',
    zh: '李娜代熊涛按时提交了“研讨会报告”（第2轮），请陈伟于2026年12月1日（周二）前审核。',
  });
});

it('marks a day to come whose year is not published, and says one that has passed as it was', () => {
  const agreed = { ...oneOfEach['date-agreed'], dueOn: '2027-02-05', planned: false } as FactBody;
  const on = (today: Day) =>
    sentenceOf(agreed, 'p-manager', null, (day) =>
      recordedDayText(day, { calendar: chinaCalendar(2016, 2031), today }),
    );
  expect(on('2026-11-23')).toEqual({
    en: 'Chen Wei agreed Fri 5 Feb 2027 (provisional) for Workshop report.',
    zh: '陈伟将“研讨会报告”的期限商定为2027年2月5日（周五，暂定）。',
  });
  expect(on('2027-02-06').en).toBe('Chen Wei agreed Fri 5 Feb 2027 for Workshop report.');
});

it('tells a takeover, its unknown days and what followed as it was', () => {
  const date: Command = { kind: 'agree-date', step: 'asw_report', dueOn: '2026-11-19', reason: 't', planned: true };
  const { facts } = told(['p-administrator', '2026-11-23T01:00:01.000Z', date]);
  const names = namesOf(state);
  const lines = facts.map((fact) => historySentence(fact, names, yiwu, dayText).en);
  expect(lines[0]).toBe(
    'Yiwu was taken over on its way through 100 Resilient Cities · China; the day it joined is not known.',
  );
  expect(lines).toContain('Ada Min recorded Agenda-Setting Workshop as done; the day is not known.');
  expect(lines).toContain(
    'Ada Min planned Thu 19 Nov 2026 for Workshop report: a date of CityPath, not agreed with the city.',
  );
});
