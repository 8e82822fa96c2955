import type { Instant } from '@citypath/calendar';
import {
  clockStamp,
  judge,
  nextMoment,
  type Command,
  type CommandStamp,
  type Fact,
  type JourneyState,
  type Refusal,
  type RuleContext,
} from '@citypath/journey';

/** A journey between two commands: all that the next judgement reads. */
export interface JourneyNow {
  context: RuleContext;
  state: JourneyState;
  /** When it next does something by itself. */
  nextMomentAt: Instant | null;
}

export type Advance =
  { kind: 'advanced'; facts: Fact[]; repeated: boolean; journey: JourneyNow } | { kind: 'refused'; refusal: Refusal };

/**
 * Judges a command and brings the journey past `stamp.now`: where the command brings a moment that has passed
 * already (an event scheduled late), the clock strikes at once. Pure: changes nothing of `journey`.
 * @throws Error when the rules leave a passed moment standing: the clock would strike for ever.
 */
export function advance(journey: JourneyNow, command: Command, stamp: CommandStamp): Advance {
  const first = judge(journey.context, journey.state, command, stamp);
  if (first.kind === 'refused') return first;
  const advanced = standing(first.context, first.state, stamp.now);
  if (!hasCome(advanced.nextMomentAt, stamp.now)) return { ...first, kind: 'advanced', journey: advanced };

  const second = judge(advanced.context, advanced.state, { kind: 'clock-struck' }, clockStamp(stamp.now));
  if (second.kind === 'refused') throw new Error(`The clock was refused: ${second.refusal.code}.`);
  const settled = standing(second.context, second.state, stamp.now);
  if (hasCome(settled.nextMomentAt, stamp.now)) {
    throw new Error(`Settled at ${stamp.now}, the next moment is still ${String(settled.nextMomentAt)}.`);
  }
  return { kind: 'advanced', facts: [...first.facts, ...second.facts], repeated: first.repeated, journey: settled };
}

/** The journey as it stands at `now`, with its next moment. */
export function standing(context: RuleContext, state: JourneyState, now: Instant): JourneyNow {
  return { context, state, nextMomentAt: nextMoment(context, state, now) };
}

/** Whether a moment has come. */
export function hasCome(at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now;
}
