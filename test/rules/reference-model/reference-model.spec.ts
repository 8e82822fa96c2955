import { addDays, dayAt, instantAt, type Instant } from '@citypath/calendar';
import { isSettled, type JourneyState, type LetterDue } from '@citypath/journey';
import { foretellAct, goesAt, type ForetoldAct, type Recipient, type Today } from '@citypath/post';
import fc from 'fast-check';
import { JourneyInHand } from '../../support/journey-in-hand';
import { propertyRuns } from '../../support/property-runs';
import { plainCalendar } from '../../time-skipping/small-programme';
import { askedOf, attempts } from './asked-of-a-city';
import { doAct } from './do-act';
import { definitionOf } from './four-steps';
import { commandFor, dayOf, nameIn, weekdayOf } from './in-commands';
import { mayAct } from './may-act';
import type { ModelAct } from './model-act';
import { namesOf, type Paper } from './paper';
import { live, remindersUntil } from './passing-days';
import { referenceCity } from './reference-city';
import { SELDOM } from './seldom-asked';
import type { Weekday } from './weekdays';

const DAYS_AHEAD = 30;
const PROGRAMME_SEATS = { manager: 'p-manager', director: 'p-director' };

test('what a dry run says of any act in any journey is what a sheet of paper says, and what then happens', () => {
  fc.assert(
    fc.property(attempts, (asked) => {
      const paper = referenceCity();
      const city = new JourneyInHand(dayOf(0), definitionOf(1), plainCalendar);
      city.join({ seats: [{ seat: 'officer', person: 'p-officer', fromOn: null }], joinedOn: dayOf(0) });
      const commands: string[] = [];
      for (const attempt of asked) {
        const today = paper.today + attempt.afterDays;
        const expected = remindersUntil(paper, today);
        live(paper, today);
        city.takeLetters();
        city.until(momentOn(today, commands.length));
        expect(happened(city.takeLetters())).toEqual(expected);

        const act = askedOf(paper, attempt);
        const foretold = dryRun(city, act, paper, commands);
        expect([act, foretold.kind]).toEqual([act, mayAct(paper, act) ? 'foretold' : 'refused']);
        if (foretold.kind === 'refused') continue;
        const command = commandFor(act, paper, commands);
        doAct(paper, act);
        expect(standing(foretold.state, paper)).toEqual(onPaper(paper));
        expect(reminders(foretold)).toEqual(remindersUntil(paper, today + weekdaysAhead(today)));

        city.give(command);
        commands.push(city.lastAct);
        expect(standing(city.state, paper)).toEqual(onPaper(paper));
      }
    }),
    { ...propertyRuns(250), examples: SELDOM.map((acts) => [acts]) },
  );
});

/** A minute earlier each day, so that what was done yesterday is not yet a day old; each act a second after the one before. */
function momentOn(today: Weekday, seconds: number): Instant {
  const evening = Date.parse(instantAt(plainCalendar, dayOf(today), '18:00'));
  return new Date(evening - today * 60_000 + seconds * 1000).toISOString() as Instant;
}

function dryRun(city: JourneyInHand, act: ModelAct, paper: Paper, commands: readonly string[]): ForetoldAct {
  const { context, state, now } = city;
  const journey = { context, state, programmeSeats: PROGRAMME_SEATS };
  const nothing = { waiting: [], unreported: [], skipped: new Set<string>() };
  const today: Today = { now, journeys: [journey], recipient: atAnyHour, ...nothing };
  const stamp = { id: `try-${city.facts.length}`, hash: 'h', by: 'p-manager', onBehalfOf: null };
  const untilOn = addDays(dayAt(context.calendar, now), DAYS_AHEAD);
  return foretellAct(today, { journeyId: state.journeyId, command: commandFor(act, paper, commands), stamp }, untilOn);
}

/** What stands of each step: whether it is settled, open or waits, in which round, by when it is wanted and was at first. */
function standing({ steps }: JourneyState, paper: Paper): Record<string, string> {
  const of = (name: string): string => {
    const step = steps[name];
    if (!step || step.status === 'waiting') return 'waiting';
    if (isSettled(step)) return step.status;
    const on = step.status === 'open' ? step.dueOn : step.acceptanceDueOn;
    return `${step.status} in round ${step.round} until ${on}, first ${step.baselineOn}`;
  };
  return Object.fromEntries(namesIn(paper).map((name) => [name, of(name)]));
}

function onPaper(paper: Paper): Record<string, string> {
  const day = (weekday: Weekday | null): string => (weekday === null ? 'null' : dayOf(weekday));
  return Object.fromEntries(
    namesOf(paper).map((name) => {
      const { status, round, dueOn, answerOn, baselineOn } = paper.steps[name];
      const on = status === 'open' ? dueOn : answerOn;
      const runs = status === 'open' || status === 'submitted';
      return [
        nameIn(paper.version, name),
        runs ? `${status} in round ${round} until ${day(on)}, first ${day(baselineOn)}` : status,
      ];
    }),
  );
}

function namesIn(paper: Paper): string[] {
  return namesOf(paper).map((name) => nameIn(paper.version, name));
}

/** 'reminder plan 12 → officer p-officer', as the model writes it. */
function reminders(foretold: ForetoldAct): string[] {
  const letters = foretold.kind === 'foretold' ? foretold.letters : [];
  return letters
    .filter((one) => isReminder(one.letter) && goesAt(one) !== null)
    .map(({ letter, to }) => inWords(letter, to))
    .sort();
}

function happened(letters: LetterDue[]): string[] {
  return letters
    .filter((letter) => isReminder(letter) && !speaksOfThePast(letter))
    .map((letter) => inWords(letter, letter.holder ?? 'p-manager'))
    .sort();
}

/** The post keeps it back, as the dry run says too. */
function speaksOfThePast({ kind, threshold, dueAt }: LetterDue): boolean {
  const [, dueOn = ''] = threshold.split('@');
  return kind === 'reminder' && dueOn < dayAt(plainCalendar, dueAt);
}

function isReminder({ kind }: LetterDue): boolean {
  return kind === 'reminder' || kind === 'overdue';
}

function inWords({ kind, step, dueAt, seat }: LetterDue, to: string | null): string {
  return `${kind} ${step} ${weekdayOf(dayAt(plainCalendar, dueAt))} → ${seat} ${to}`;
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
