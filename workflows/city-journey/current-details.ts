import { dateInWords, dayAt, type Day, type Instant } from '@citypath/calendar';
import { ownerOf, acceptorOf, stepDefinition, type RuleContext, type StepState } from '@citypath/journey';
import type { JourneyNow } from './advance';

/**
 * What Temporal's own page shows of a run, in Markdown: where the journey stands, what is open at which seat,
 * and what happens next by itself. Seats, never names: people are not of Temporal's business.
 */
export function currentDetails(journey: JourneyNow, unrecorded: number): string {
  try {
    return details(journey, unrecorded);
  } catch (error) {
    // Hazard: what is thrown in the loop fails the workflow's task for ever, and this is only to be read.
    return `The details cannot be told: ${String(error)}`;
  }
}

function details(journey: JourneyNow, unrecorded: number): string {
  const { context, state, nextMomentAt } = journey;
  const open = Object.values(state.steps).filter((step) => step.status === 'open' || step.status === 'submitted');
  return [
    `**${state.city} in ${context.definition.title.en}**: ${state.status}, after ${state.head} facts.`,
    ...(unrecorded > 0 ? [`**${unrecorded} of them wait to be recorded.**`] : []),
    '',
    ...(open.length > 0 ? ['| Step | Waiting for | Until |', '| --- | --- | --- |'] : ['No step is open.']),
    ...open.map((step) => openStep(journey, step)),
    '',
    `Next by itself: ${nextMomentAt === null ? 'nothing' : momentInWords(context, nextMomentAt)}.`,
  ].join('\n');
}

function openStep({ context, state }: JourneyNow, step: StepState): string {
  const title = stepDefinition(context.definition, step.ref)?.title.en ?? step.step;
  const occurrence = step.occurrence === null ? '' : ` (${step.occurrence})`;
  const submitted = step.status === 'submitted';
  const { seat } = (submitted ? acceptorOf : ownerOf)(context, state, step.ref);
  const seatTitle = context.definition.seats.find((candidate) => candidate.key === seat)?.title.en ?? seat;
  const wanted = submitted ? `${seatTitle}, to accept` : seatTitle;
  return `| ${title}${occurrence} | ${wanted} | ${dueInWords(submitted ? step.acceptanceDueOn : step.dueOn)} |`;
}

function dueInWords(dueOn: Day | null): string {
  return dueOn === null ? 'to be confirmed' : dateInWords(dueOn, 'en');
}

function momentInWords({ calendar }: RuleContext, at: Instant): string {
  return `${dateInWords(dayAt(calendar, at), 'en')} in ${calendar.zone} (${at})`;
}
