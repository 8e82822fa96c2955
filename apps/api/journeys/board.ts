import { addWorkingDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import type { BoardFilter, BoardResponse } from '@citypath/contracts';
import { allSteps, type ProgrammeDefinition, type StepView } from '@citypath/journey';
import { assertNever } from '../assert-never';
import { boardRow } from './board-row';
import { cursorOf } from './cursor';
import type { KnownJourney } from './journey-reader';
import type { Directory } from './names';
import { currentDueOn, isWanted } from './step-sign';

export interface BoardInput {
  definition: ProgrammeDefinition;
  journeys: readonly KnownJourney[];
  directory: Directory;
  filter: BoardFilter;
  /** The last journey of the page before. */
  after: { id: string } | undefined;
  limit: number;
  now: Instant;
}

/** A step that is due within so many working days puts its city at risk. */
const AT_RISK_WORKING_DAYS = 3;

type Standing = 'late' | 'at-risk' | 'on-hold' | 'closed' | 'on-its-way';

/** The board: all cities are counted, and a page of those that the filter leaves is drawn. */
export function board({ definition, journeys, directory, filter, after, limit, now }: BoardInput): BoardResponse {
  const standings = new Map(journeys.map((journey) => [journey, standingOf(journey, now)]));
  const count = (standing: Standing): number =>
    journeys.filter((journey) => standings.get(journey) === standing).length;
  // By the place in the whole list: the last journey of the page before may have left the filter meanwhile.
  const behind = after === undefined ? 0 : journeys.findIndex(({ row }) => row.id === after.id) + 1;
  const left = journeys.slice(behind).filter((journey) => filter === 'all' || standings.get(journey) === filter);
  const page = left.slice(0, limit);
  const last = page.at(-1)?.row;
  return {
    programme: {
      key: definition.key,
      title: definition.title,
      stages: definition.stages.map(({ key, title }) => ({ key, title })),
    },
    counts: {
      cities: journeys.length,
      late: count('late'),
      atRisk: count('at-risk'),
      onHold: count('on-hold'),
      closed: count('closed'),
    },
    nextReviewOn: nextReviewOn(journeys),
    rows: page.map((journey) => boardRow(journey, directory, now)),
    next: last && left.length > limit ? cursorOf({ id: last.id }) : null,
  };
}

function standingOf({ state, context }: KnownJourney, now: Instant): Standing {
  switch (state.status) {
    case 'completed':
    case 'withdrawn':
      return 'closed';
    case 'on-hold':
      return 'on-hold';
    case 'unborn':
    case 'active': {
      const today = dayAt(context.calendar, now);
      const due = dueDays(
        context.definition,
        Object.values(state.steps).map((step) => ({ ref: step.ref, step })),
      );
      if (due.some((day) => day < today)) return 'late';
      const soon = addWorkingDays(context.calendar, today, AT_RISK_WORKING_DAYS);
      return due.some((day) => day <= soon) ? 'at-risk' : 'on-its-way';
    }
    default:
      return assertNever(state.status);
  }
}

/** The days by which somebody owes something; optional steps owe nothing. */
function dueDays(definition: ProgrammeDefinition, steps: Pick<StepView, 'ref' | 'step'>[]): Day[] {
  const optional = new Set(definition.steps.filter((step) => step.optional === true).map(({ key }) => key));
  return steps
    .filter(({ step }) => (step.status === 'open' || step.status === 'submitted') && !optional.has(step.step))
    .map(({ step }) => currentDueOn(step))
    .filter((day) => day !== null);
}

function nextReviewOn(journeys: readonly KnownJourney[]): Day | null {
  const days = journeys
    .flatMap(({ context, state }) => allSteps(context, state))
    .filter((view) => view.definition.repeats?.every === 'quarter' && isWanted(view) && view.step.status === 'open')
    .map(({ step }) => step.dueOn)
    .filter((day) => day !== null)
    .sort();
  return days[0] ?? null;
}
