import { addMonths, dayAt, type Instant } from '@citypath/calendar';
import {
  fold,
  foreseenMoments,
  lettersDue,
  type Fact,
  type JourneyState,
  type LetterDue,
  type LetterKind,
  type StepRef,
} from '@citypath/journey';
import type { JourneyToPreview } from './journey-to-preview';
import { sampleActs } from './sample-acts';

/** A moment at which a letter is written: foreseen by the rules, or made up as a sample. */
export interface Occasion {
  /** It comes to this by itself if nobody acts; else somebody would have to act first. */
  isForeseen: boolean;
  at: Instant;
  fact: Fact;
  due: LetterDue;
  /** The journey as it stands then. */
  state: JourneyState;
}

/** How far ahead a letter is looked for that comes by itself. */
const LOOK_AHEAD_MONTHS = 6;

/** When a letter of this kind would next be written in a journey: as foreseen, else as if somebody acted now. */
export function occasionOf(kind: LetterKind, step: StepRef, journey: JourneyToPreview, now: Instant): Occasion {
  return foreseen(kind, step, journey, now) ?? sampled(kind, step, journey, now);
}

function foreseen(kind: LetterKind, step: StepRef, journey: JourneyToPreview, now: Instant): Occasion | null {
  const { context, state } = journey;
  const untilOn = addMonths(dayAt(context.calendar, now), LOOK_AHEAD_MONTHS);
  for (const { at, facts, state: then } of foreseenMoments(context, state, now, untilOn)) {
    for (const fact of facts) {
      const due = lettersDue(fact).find((letter) => letter.kind === kind && (letter.step ?? step) === step);
      if (due) return { isForeseen: true, at, fact, due, state: then };
    }
  }
  return null;
}

function sampled(kind: LetterKind, step: StepRef, journey: JourneyToPreview, now: Instant): Occasion {
  const { state, context, programmeSeats } = journey;
  const by = programmeSeats[context.definition.acceptance.whileVacant] ?? null;
  const facts = sampleActs(kind, journey, step, now).map((body, place): Fact => {
    const stamp = {
      seq: state.head + 1 + place,
      recordedAt: now,
      onBehalfOf: null,
      commandId: 'sample',
      commandHash: '',
    };
    return { ...body, ...stamp, by: body.kind === 'step-submitted' ? submitterOf(journey, body.seat) : by };
  });
  const fact = facts.at(-1);
  const due = fact && lettersDue(fact).find((letter) => letter.kind === kind);
  if (!fact || !due) throw new Error(`The sample of ${kind} causes no such letter.`);
  return { isForeseen: false, at: now, fact, due, state: fold(state, facts) };
}

function submitterOf({ state, programmeSeats }: JourneyToPreview, seat: string): string | null {
  return state.seats[seat]?.holder ?? programmeSeats[seat] ?? null;
}
