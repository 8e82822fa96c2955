import { addDays, dayAt, type Day } from '@citypath/calendar';
import { isSettled, type Command, type JourneyState } from '@citypath/journey';
import { foretellAct, type ForetoldAct, type Recipient, type Today } from '@citypath/post';
import fc from 'fast-check';
import { JourneyInHand } from '../../support/journey-in-hand';
import { plainCalendar } from '../../time-skipping/small-programme';
import { FOUR_STEPS, NAMES, type StepName } from './four-steps';
import { ReferenceCity, type ModelAct, type Weekday } from './reference-city';

const MONDAY: Day = '2026-01-05';
const DAYS_AHEAD = 30;

const step = fc.constantFrom(...NAMES);
const upon = fc.constantFrom(
  ...([
    'submit',
    'submit',
    'accept',
    'accept',
    'return',
    'complete',
    'skip',
    'reopen',
    'go-to',
    'restart-from',
  ] as const),
);
/** Acts, each some weekdays after the one before. */
const tries = fc.array(
  fc.record({
    afterDays: fc.nat(9),
    act: fc.oneof(
      { weight: 8, arbitrary: fc.record({ kind: upon, step }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('agree-date' as const), step, dueOn: fc.nat(25) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('hold' as const), untilOn: fc.integer({ min: 1, max: 20 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('resume' as const) }) },
    ),
  }),
  { maxLength: 14 },
);

test('what a dry run says of any act in any journey is what a sheet of paper says, and what then happens', () => {
  fc.assert(
    fc.property(tries, (attempts) => {
      const model = new ReferenceCity();
      const city = new JourneyInHand(MONDAY, FOUR_STEPS, plainCalendar);
      city.join({ seats: [{ seat: 'officer', person: 'p-officer', fromOn: null }], joinedOn: MONDAY });
      for (const { afterDays, act: asked } of attempts) {
        model.liveUntil(model.today + afterDays);
        city.on(dayOf(model.today));
        const act = fromToday(asked, model.today);
        const foretold = dryRun(city, act);
        expect([act, foretold.kind]).toEqual([act, model.may(act) ? 'foretold' : 'refused']);
        if (foretold.kind === 'refused') continue;
        model.do(act);
        const lastOn = model.today + weekdaysAhead(model.today);
        expect(standing(foretold.state)).toEqual(onPaper(model));
        expect(reminders(foretold)).toEqual(model.remindersUntil(lastOn));

        city.give(commandFor(act));
        expect(standing(city.state)).toEqual(onPaper(model));
      }
    }),
    { numRuns: 300 },
  );
});

/** Days of an act count from the day on which it is done. */
function fromToday(act: ModelAct, today: Weekday): ModelAct {
  if (act.kind === 'agree-date') return { ...act, dueOn: today + act.dueOn };
  return act.kind === 'hold' ? { ...act, untilOn: today + act.untilOn } : act;
}

function commandFor(act: ModelAct): Command {
  switch (act.kind) {
    case 'submit':
      return { kind: 'submit', step: act.step, evidence: { text: 't-1', keys: ['document'] } };
    case 'accept':
      return { kind: 'accept', step: act.step };
    case 'return':
      return { kind: 'return', step: act.step, comment: 't-1' };
    case 'complete':
      return { kind: 'complete', step: act.step, happenedOn: null, reason: 't-1' };
    case 'agree-date':
      return { kind: 'agree-date', step: act.step, dueOn: dayOf(act.dueOn), reason: 't-1' };
    case 'hold':
      return { kind: 'hold', awaiting: 't-1', reason: 't-1', untilOn: dayOf(act.untilOn) };
    case 'resume':
      return { kind: 'resume', reason: 't-1' };
    default:
      return { kind: act.kind, step: act.step, reason: 't-1' };
  }
}

function dryRun(city: JourneyInHand, act: ModelAct): ForetoldAct {
  const { context, state, now } = city;
  const journey = { context, state, programmeSeats: { manager: 'p-manager', director: 'p-director' } };
  const nothing = { waiting: [], unreported: [], skipped: new Set<string>() };
  const today: Today = { now, journeys: [journey], recipient: atAnyHour, ...nothing };
  const stamp = { id: `try-${city.facts.length}`, hash: 'h', by: 'p-manager', onBehalfOf: null };
  const untilOn = addDays(dayAt(context.calendar, now), DAYS_AHEAD);
  return foretellAct(today, { journeyId: state.journeyId, command: commandFor(act), stamp }, untilOn);
}

/** What stands of each step: whether it is settled, open or waits, and by when it is wanted. */
function standing({ steps }: JourneyState): Record<StepName, string> {
  const of = (name: StepName): string => {
    const step = steps[name];
    if (!step || step.status === 'waiting') return 'waiting';
    if (isSettled(step)) return step.status;
    return step.status === 'open' ? `open until ${step.dueOn}` : step.status;
  };
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<StepName, string>;
}

function onPaper({ steps }: ReferenceCity): Record<StepName, string> {
  const of = ({ status, dueOn }: ReferenceCity['steps'][StepName]): string =>
    status === 'open' ? `open until ${dueOn === null ? null : dayOf(dueOn)}` : status;
  return Object.fromEntries(NAMES.map((name) => [name, of(steps[name])])) as Record<StepName, string>;
}

/** 'reminder plan 12', as the model writes it. */
function reminders(foretold: ForetoldAct): string[] {
  const letters = foretold.kind === 'foretold' ? foretold.letters : [];
  return letters
    .filter(({ letter: { kind }, fate }) => ['reminder', 'overdue'].includes(kind) && 'at' in fate)
    .map(({ letter: { kind, step, dueAt } }) => `${kind} ${step} ${weekdayOf(dayAt(plainCalendar, dueAt))}`)
    .sort();
}

function dayOf(weekday: Weekday): Day {
  return addDays(MONDAY, Math.floor(weekday / 5) * 7 + (weekday % 5));
}

function weekdayOf(day: Day): Weekday {
  const days = (Date.parse(day) - Date.parse(MONDAY)) / 86_400_000;
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 4);
}

/** So many weekdays lie within the days ahead. */
function weekdaysAhead(today: Weekday): number {
  return weekdayOf(addDays(dayOf(today), DAYS_AHEAD)) - today;
}

function atAnyHour(id: string): Recipient {
  return {
    id,
    address: `${id}@citypath.example`,
    erased: false,
    bounced: false,
    window: null,
    calendar: plainCalendar,
    leave: null,
    lettersHeldUntilOn: null,
    received: { digestOn: null, ordinaryOn: null, ordinaryCount: 0 },
  };
}
