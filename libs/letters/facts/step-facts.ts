import { addMonths, workingDaysBetween, type Day, type Instant } from '@citypath/calendar';
import { forecastLetters, requireStep, type StepRef } from '@citypath/journey';
import { addresseeOf } from '@citypath/post';
import type { LetterFacts, NextByItself, StepLetterFacts } from '../kinds/letter-facts';
import { titleOfStep } from '../wording/step-title';
import { commonFacts, seatNow, stepUrl, type Sending } from './common-facts';
import type { Dossier } from './dossier';
import { reckoningOfStep } from './reckoning';

/** How far beyond a step's day the letters that follow by themselves are looked for. */
const LOOK_BEYOND_MONTHS = 2;

/** The facts of a letter about a step. While it waits to be accepted its day is the accepting seat's. */
export function stepFacts(dossier: Dossier, sending: Sending, ref: StepRef): StepLetterFacts {
  const { context, state } = dossier;
  const common = commonFacts(dossier, sending);
  const definition = requireStep(context.definition, ref);
  const step = state.steps[ref];
  const dueOn = (step?.status === 'submitted' ? step.acceptanceDueOn : step?.dueOn) ?? null;
  return {
    ...common,
    step: {
      title: titleOfStep(definition, step ?? { occurrence: null }),
      kind: definition.kind,
      optional: definition.optional === true,
      dueOn,
      workingDaysLeft: dueOn === null ? 0 : workingDaysBetween(context.calendar, common.today, dueOn),
      reckoning: reckoningOfStep(dossier, step),
      url: stepUrl(common, ref),
    },
    next: nextByItself(dossier, sending, common, ref, dueOn),
  };
}

function nextByItself(
  dossier: Dossier,
  { reader, now }: { reader: Sending['reader']; now: Instant },
  { today }: LetterFacts,
  ref: StepRef,
  dueOn: Day | null,
): NextByItself[] {
  const { context, state, programmeSeats } = dossier;
  const untilOn = addMonths(dueOn !== null && dueOn > today ? dueOn : today, LOOK_BEYOND_MONTHS);
  return forecastLetters(context, state, now, untilOn)
    .filter(({ step }) => step === ref)
    .map(({ kind, on, seat, holder }) => {
      const addressee = addresseeOf({ seat, holder }, programmeSeats);
      const person = addressee.kind === 'person' ? addressee.person : null;
      return { kind, on, to: seatNow(dossier, seat, person), toReader: person === reader.id };
    });
}
