import {
  addDays,
  addWorkingDays,
  dayAt,
  instantAt,
  isWorkingDay,
  weekday,
  type Day,
  type Instant,
} from '@citypath/calendar';
import { isSettled, type Command, type Fact, type JoinCommand, type StepRef } from '@citypath/journey';
import { china } from '../../support/china';
import { JourneyInHand } from '../../support/journey-in-hand';
import type { HandwrittenStep } from './handwritten.messages';
import { PlannedSteps } from './planned-steps';
import { referenceSteps, referenceYear, reviewReminders } from './reference-year';

/** A command with the moment at which somebody gives it. */
export interface ScriptedCommand {
  at: Instant;
  command: Command;
}

/** All that people do in a reference year, and what a workflow without rules has to be told of it beforehand. */
export interface YearScript {
  beginsAt: Instant;
  join: Pick<JoinCommand, 'joinedOn' | 'takeover' | 'seats' | 'done'>;
  commands: ScriptedCommand[];
  steps: HandwrittenStep[];
  reminders: number;
  /** Steps that were asked for, occurrences of the review included. */
  asked: number;
}

/** How long the workshop is announced ahead. */
const WORKSHOP_AFTER_WORKING_DAYS = 3;
const LATEST_STEP_DAYS = 400;

/**
 * Plays the year by the rules in memory: a step is handed in an hour after its last reminder, and accepted on the next
 * working day. What comes out is fixed; the measured workflows are given the same commands at the same moments.
 * @param year a calendar year; the city joins on its first Monday that is not New Year's Day, or so many weeks later
 */
export function yearScript(year: number, weeksLater = 0): YearScript {
  const startsOn = addDays(firstMonday(year), 7 * weeksLater);
  const city = new JourneyInHand(startsOn, referenceYear, china);
  const join = {
    joinedOn: startsOn,
    takeover: false,
    seats: ['focal_point', 'mayors_office', 'steering_committee'].map((seat) => ({
      seat,
      person: `p-${seat}`,
      fromOn: null,
    })),
    done: [],
  };
  city.join(join);
  const commands: ScriptedCommand[] = [];
  const steps = new PlannedSteps(city);
  const give = (command: Command): void => {
    city.give(command);
    commands.push({ at: city.now, command });
    steps.note(command);
  };
  for (let day = startsOn; !hasFinished(city); day = addDays(day, 1)) {
    if (day > addDays(startsOn, LATEST_STEP_DAYS)) throw new Error(`The year ${year} does not end.`);
    steps.passUntil(instantAt(china, day, '10:00'));
    if (!isWorkingDay(china, day)) continue;
    for (const command of dueAtTen(city, day)) give(command);
    steps.passUntil(instantAt(china, day, '17:00'));
    for (const command of dueAtFive(city, day)) give(command);
  }
  const reminders = city.facts.filter(({ kind }) => kind === 'reminder-fell-due').length;
  const beginsAt = instantAt(china, startsOn, '10:00');
  return { beginsAt, join, commands, steps: steps.all, reminders, asked: steps.all.length };
}

/** What is accepted, handed in and scheduled in the morning, after the day's letters. */
function dueAtTen(city: JourneyInHand, today: Day): Command[] {
  const running = Object.values(city.state.steps);
  return [
    ...running
      .filter(({ status, submittedOn }) => status === 'submitted' && submittedOn !== null && submittedOn < today)
      .map(({ ref }): Command => ({ kind: 'accept', step: ref })),
    ...running
      .filter(({ status, step }) => status === 'open' && step !== 'asw')
      .filter(({ ref }) => remindersOf(city.facts, ref) >= wantedReminders(city, ref))
      .map(({ ref }): Command => handingIn(city, ref)),
    ...running
      .filter(({ status, step, eventOn }) => status === 'open' && step === 'asw' && eventOn === null)
      .map(({ ref }): Command => ({
        kind: 'schedule-event',
        step: ref,
        on: addWorkingDays(china, today, WORKSHOP_AFTER_WORKING_DAYS),
      })),
  ];
}

/** The workshop is reported in the evening of its day; the journey ends with its last acceptance's day. */
function dueAtFive(city: JourneyInHand, today: Day): Command[] {
  const { asw } = city.state.steps;
  if (asw?.status === 'open' && asw.eventOn === today) return [handingIn(city, 'asw')];
  const reviews = Object.values(city.state.steps).filter((step) => step.step === 'q_review' && isSettled(step));
  const left = Object.keys(referenceSteps).some((key) => !isSettled(city.state.steps[refOf(key)]));
  return left || reviews.length < reviewReminders.length ? [] : [{ kind: 'finish' }];
}

function handingIn(city: JourneyInHand, ref: StepRef): Command {
  const [key] = ref.split('@');
  const definition = referenceYear.steps.find((step) => step.key === key);
  const keys = definition?.evidence.map((wanted) => wanted.key) ?? [];
  const appointed = key === 'cro' ? { person: 'p-cro', fromOn: dayAt(china, city.now) } : {};
  const items = key === 'pra' ? { items: ['Water'] } : {};
  return { kind: 'submit', step: ref, evidence: { text: 't-evidence', keys, ...appointed, ...items } };
}

function wantedReminders(city: JourneyInHand, ref: StepRef): number {
  const [key = '', occurrence] = ref.split('@');
  if (key !== 'q_review') return referenceSteps[key]?.reminders ?? 0;
  const reviews = Object.keys(city.state.steps).filter((other) => other.startsWith('q_review@'));
  return occurrence === undefined ? 0 : (reviewReminders[reviews.indexOf(ref)] ?? 1);
}

function remindersOf(facts: readonly Fact[], ref: StepRef): number {
  return facts.filter((fact) => fact.kind === 'reminder-fell-due' && fact.step === ref).length;
}

function refOf(key: string): StepRef {
  return key === 'p2_discovery' ? 'p2_discovery@1' : key;
}

function hasFinished(city: JourneyInHand): boolean {
  return city.state.status === 'completed';
}

function firstMonday(year: number): Day {
  let day: Day = `${year}-01-02`;
  while (weekday(day) !== 1) day = addDays(day, 1);
  return day;
}
