import { dayAt, provisionalFrom, type Day, type Instant } from '@citypath/calendar';
import type { BoardCell, BoardRow, JourneyStatus, Sign } from '@citypath/contracts';
import { acceptorOf, allSteps, isSettled, ownerOf, why, type Addressee, type StepView } from '@citypath/journey';
import { gapsOfJourney } from '../gaps/gaps-of-journey';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import type { KnownJourney } from './journey-reader';
import { Names, type Directory } from './names';
import { byPressure, currentDueOn, isWanted, stepSign, workingDaysLeft } from './step-sign';
import { whySentence } from './why-sentence';

/** A row of the board: one city against the programme's stages. */
export function boardRow(journey: KnownJourney, directory: Directory, reader: Reader, now: Instant): BoardRow {
  const { row, state, context } = journey;
  const names = new Names(context.definition, directory, state);
  const today = dayAt(context.calendar, now);
  const views = allSteps(context, state);
  const first = views.filter(isWanted).sort(byPressure(today))[0];
  return {
    journeyId: row.id,
    city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
    status: journeyStatus(journey),
    head: row.head,
    demonstration: row.demonstration,
    provisionalFromOn: provisionalFrom(context.calendar),
    cells: context.definition.stages.map(({ key }) =>
      stageCell(
        journey,
        key,
        views.filter(({ definition }) => definition.stage === key),
        names,
        today,
      ),
    ),
    next: first
      ? {
          step: first.ref,
          title: names.stepTitle(first.ref),
          sign: stepSign(first, state.hold !== null, today),
          dueOn: currentDueOn(first.step),
          planned: isPlanned(first),
          workingDaysLeft: workingDaysLeft(context, today, currentDueOn(first.step)),
          who: names.party(whoHasIt(journey, first)),
        }
      : null,
    why: whySentence(why(context, state, now), row.city, names, { calendar: context.calendar, today }),
    toldToTheTop: toldToTheTop(views, names),
    gaps: maySeeGaps(reader, context.definition) ? gapsOfJourney(journey, directory, today).length : null,
  };
}

/** The step that has stood longest where nobody else is told by itself. */
function toldToTheTop(views: readonly StepView[], names: Names): BoardRow['toldToTheTop'] {
  const ended = views.flatMap(({ ref, step }) => {
    const since = step.ladder?.endedOn;
    return since === undefined ? [] : [{ step: ref, title: names.stepTitle(ref), since }];
  });
  return ended.sort((a, b) => (a.since < b.since ? -1 : 1))[0] ?? null;
}

export function journeyStatus({ state }: KnownJourney): JourneyStatus {
  return state.status === 'unborn' ? 'active' : state.status;
}

/** The accepting seat of what was handed in, else the owner. */
export function whoHasIt({ context, state }: KnownJourney, { ref, step }: StepView): Addressee {
  return step.status === 'submitted' ? acceptorOf(context, state, ref) : ownerOf(context, state, ref);
}

function stageCell(journey: KnownJourney, stage: string, all: StepView[], names: Names, today: Day): BoardCell {
  const { context, state } = journey;
  const required = all.filter(({ definition }) => definition.optional !== true);
  const views = required.length > 0 ? required : all;
  const signs = views.map((view) => stepSign(view, state.hold !== null, today));
  const wanted = views.filter(isWanted).sort(byPressure(today))[0];
  const done = views.filter(({ step }) => step.status === 'done');
  const dueOn = wanted ? currentDueOn(wanted.step) : null;
  const left = workingDaysLeft(context, today, dueOn);
  return {
    stage,
    sign: cellSign(signs),
    known: done.every(({ step }) => step.doneOn !== null),
    presumed: done.some(({ step }) => step.presumed),
    done: views.filter(({ step }) => isSettled(step)).length,
    of: views.length,
    step: wanted ? { ref: wanted.ref, title: names.stepTitle(wanted.ref) } : null,
    who: wanted ? names.party(whoHasIt(journey, wanted)).person : appointed(journey, done, names),
    dueOn,
    planned: wanted !== undefined && isPlanned(wanted),
    workingDaysLate: left !== null && left < 0 ? -left : null,
  };
}

/** The day that counts now is CityPath's own plan. What is handed in waits for a day counted by the rules. */
function isPlanned({ step }: StepView): boolean {
  return step.status === 'open' && step.planned;
}

/** What hurts most, then what goes on, then whether all is done. */
const PRESSING: Sign[] = ['late', 'on-hold', 'open', 'submitted'];

function cellSign(signs: Sign[]): Sign {
  const pressing = PRESSING.find((sign) => signs.includes(sign));
  if (pressing) return pressing;
  if (signs.includes('waiting') || signs.length === 0) return 'waiting';
  return signs.includes('done') ? 'done' : 'not-needed';
}

/** In the stage of an appointment, whom the board names once it is done. */
function appointed({ state }: KnownJourney, done: StepView[], names: Names): BoardCell['who'] {
  const seat = done.find(({ definition }) => definition.appoints !== undefined)?.definition.appoints;
  return seat === undefined ? null : names.person(state.seats[seat]?.holder ?? null);
}
