import type { Day } from '@citypath/calendar';
import type { CityStep, StepComment, StepRound } from '@citypath/contracts';
import {
  acceptorOf,
  addressee,
  isSettled,
  isVacant,
  neededSteps,
  ownerOf,
  responsibleSeat,
  type StepRef,
  type StepView,
} from '@citypath/journey';
import type { ActsOffered } from './acts-offered';
import { cadenceInWords } from './cadence-in-words';
import { countedText } from './counted';
import { ladderInWords } from './ladder-in-words';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';
import { currentDueOn, stepSign, workingDaysLeft } from './step-sign';

/** What the page of a city is made from, beside the journey itself. */
export interface PageSources {
  names: Names;
  acts: ActsOffered;
  today: Day;
  forecast: Readonly<Record<StepRef, Day | null>>;
  rounds: ReadonlyMap<StepRef, StepRound[]>;
  comments: ReadonlyMap<StepRef, StepComment[]>;
  settledBecause: ReadonlyMap<StepRef, string>;
  /** Where the meetings of steps are to be. */
  places: ReadonlyMap<StepRef, string>;
}

/** A step on the page of its city: where it stands, its four dates, its rounds, and what one may do. */
export function cityStep(journey: KnownJourney, view: StepView, sources: PageSources): CityStep {
  const { context, state } = journey;
  const { ref, step, definition } = view;
  const { names, today } = sources;
  const done = step.status === 'done';
  return {
    ref,
    step: definition.key,
    stage: definition.stage,
    kind: definition.kind,
    title: names.stepTitle(ref),
    sign: stepSign(view, state.hold !== null, today),
    settledAs: step.status === 'waived' || step.status === 'skipped' ? step.status : null,
    settledBecause: sources.settledBecause.get(ref) ?? null,
    optional: definition.optional ?? false,
    round: step.round,
    responsible: names.party(
      ownerOf(context, state, ref),
      standsInNote(journey, responsibleSeat(context, state, ref), names),
    ),
    accepts: names.party(acceptorOf(context, state, ref), standsInNote(journey, definition.accepts, names)),
    waitsFor: step.status === 'waiting' ? waitsFor(journey, view, names) : [],
    dates: {
      baselineOn: step.baselineOn,
      agreedOn: step.dueOn,
      forecastOn: isSettled(step) ? null : (sources.forecast[ref] ?? null),
      actualOn: done ? step.doneOn : null,
      actualUnknown: done && step.doneOn === null,
      presumed: step.presumed,
      planned: step.planned,
      toBeConfirmed: step.status === 'open' && step.dueOn === null,
    },
    openedOn: step.openedOn,
    eventOn: step.eventOn,
    eventTime: step.meeting?.time ?? null,
    eventPlace: sources.places.get(ref) ?? null,
    counted: step.status === 'open' || step.status === 'submitted' ? countedText(journey, view) : null,
    workingDaysLeft: workingDaysLeft(context, today, currentDueOn(step)),
    rounds: sources.rounds.get(ref) ?? [],
    comments: sources.comments.get(ref) ?? [],
    evidenceWanted: definition.evidence,
    mayReturnTo: (definition.mayReturnTo ?? []).map((key) => ({ step: key, title: names.stepTitle(key) })),
    mayBeGivenTo: isSettled(step) ? [] : otherSeats(journey, ref, names),
    waiver: definition.waiver ?? null,
    ladder: ladderInWords(journey, step, names, today),
    cadence: cadenceInWords(journey, step),
    acts: sources.acts.ofStep(view),
  };
}

/** Every seat that acts and is held, but for the one whose step it is. */
function otherSeats({ context, state }: KnownJourney, ref: StepRef, names: Names): CityStep['mayBeGivenTo'] {
  const own = responsibleSeat(context, state, ref);
  return context.definition.seats
    .filter(({ key, readOnly }) => key !== own && readOnly !== true && !isVacant(context, state, key))
    .map(({ key }) => ({ seat: key, title: names.seatTitle(key) }));
}

/** Said of whoever acts in place of a seat that is vacant; an office without a person is no vacancy worth a note. */
function standsInNote({ context, state }: KnownJourney, meant: string, names: Names): CityStep['responsible']['note'] {
  if (!isVacant(context, state, meant) || addressee(state, meant).holder !== null) return null;
  const seat = names.seatTitle(meant);
  return { en: `for the ${seat.en}, where nobody is named`, zh: `代${seat.zh}（暂无人选）` };
}

function waitsFor({ context, state }: KnownJourney, { definition }: StepView, names: Names): CityStep['waitsFor'] {
  return neededSteps(context, definition.needs)
    .filter((key) => !isSettled(state.steps[key]))
    .map((key) => names.stepTitle(key));
}
