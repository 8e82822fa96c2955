import { provisionalFrom, whyProvisional, type Instant, type Language } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import { refAtFirst, stepDefinition, type StepRef } from '@citypath/journey';
import { entryName, icalendarOf, titleOfStep } from '@citypath/letters';
import { ProblemError } from '../problems/problem-error';
import { countedText } from './counted';
import type { KnownJourney } from './journey-reader';
import { currentDueOn } from './step-sign';

/**
 * The day of a step as an entry for somebody's own calendar. It does not follow the step by itself: taken in again, it
 * takes the place of the one before.
 * @throws ProblemError `step-unknown`, and `no-deadline` where the step has no day to keep
 */
export function deadlineEntry(
  journey: KnownJourney,
  ref: StepRef,
  { language, now, publicUrl }: { language: Language; now: Instant; publicUrl: string },
): string {
  const { row, state, context } = journey;
  const definition = stepDefinition(context.definition, ref);
  const step = state.steps[ref];
  if (!definition) throw new ProblemError('step-unknown', { params: { step: ref } });
  const title = titleOfStep(definition, step ?? { occurrence: null });
  const dueOn = step === undefined ? null : currentDueOn(step);
  if (step === undefined || dueOn === null) throw new ProblemError('no-deadline', { params: { step: title } });
  const why = countedText(journey, { ref, definition, step }) ?? whyProvisional(context.calendar, dueOn);
  const isProvisional = dueOn >= provisionalFrom(context.calendar);
  const planned = { en: 'Planned by CityPath, not reported by the city.', zh: '由CityPath计划，并非该市上报。' };
  return icalendarOf({
    method: 'PUBLISH',
    uid: entryName(row.id, `${refAtFirst(state, ref)}.deadline`, new URL(publicUrl).hostname),
    // Every change of the day is a fact of the journey, so that the number of its newest fact grows with it.
    sequence: row.head,
    now,
    when: { on: dueOn, time: null },
    calendar: context.calendar,
    title: titleOfEntry(row.city, title, { accepting: step.status === 'submitted', isProvisional })[language],
    place: null,
    words: [...(why ? [why[language]] : []), ...(row.demonstration ? [planned[language]] : [])],
    url: `${publicUrl}/journeys/${encodeURIComponent(row.id)}/steps/${ref}`,
    organizer: null,
    attendee: null,
  });
}

function titleOfEntry(
  { nameEn, nameZh }: KnownJourney['row']['city'],
  title: Text,
  { accepting, isProvisional }: { accepting: boolean; isProvisional: boolean },
): Text {
  return {
    en: `${nameEn}: ${title.en}, ${accepting ? 'to be accepted' : 'due'}${isProvisional ? ' (provisional)' : ''}`,
    zh: `${nameZh ?? nameEn}：${title.zh}${accepting ? '审核到期' : '到期'}${isProvisional ? '（暂定）' : ''}`,
  };
}
