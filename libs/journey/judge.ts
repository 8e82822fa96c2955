import type { Instant } from '@citypath/calendar';
import { clockFacts } from './clock';
import type { Command, CommandStamp } from './command';
import { consequences } from './consequences';
import { decide } from './decide';
import { evolve } from './evolve';
import type { Fact, FactBody } from './fact';
import type { Refusal } from './refusal';
import { addressee } from './owners';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';

export type Judgement =
  | { kind: 'accepted'; facts: Fact[]; state: JourneyState; context: RuleContext; repeated: boolean }
  | { kind: 'refused'; refusal: Refusal };

/** More passes than any programme can need: a rule that never comes to rest refuses one command instead of hanging a workflow. */
const MAX_PASSES = 200;

/**
 * The one road from a command to facts: settle what has fallen due, decide, let follow what follows, fold. Pure;
 * the workflow's validator and handler, the api's first decision of a join, dry runs and the forecast all go it.
 * A command whose id was seen in the last 24 hours is nothing new (same body) or refused (another body).
 */
export function judge(context: RuleContext, state: JourneyState, command: Command, stamp: CommandStamp): Judgement {
  const known = state.recentCommands.find((recent) => recent.id === stamp.id);
  if (known) {
    if (known.hash !== stamp.hash) return { kind: 'refused', refusal: { code: 'command-id-reused' } };
    return { kind: 'accepted', facts: [], state, context, repeated: true };
  }

  const clock = new Recorder(state, clockStamp(stamp.now));
  settleInto(context, clock);
  if (command.kind === 'clock-struck') {
    return { kind: 'accepted', facts: clock.facts, state: clock.state, context, repeated: false };
  }

  const decision = decide(context, clock.state, command, stamp);
  if (decision.kind === 'refused') return decision;
  const adopted = adoptedContext(context, command);
  const acted = new Recorder(clock.state, stamp);
  acted.add(decision.facts);
  const joining = command.kind === 'join';
  untilRest(acted, (after) => consequences(adopted, after, stamp.now, joining));
  if (joining) acted.add(welcome(acted.state));
  return {
    kind: 'accepted',
    facts: [...clock.facts, ...acted.facts],
    state: acted.state,
    context: adopted,
    repeated: false,
  };
}

/** The stamp of what the clock does: nobody gave the command, and none is remembered. */
export function clockStamp(now: Instant): CommandStamp {
  return { id: 'clock', hash: '', by: null, onBehalfOf: null, now };
}

/** Gives facts their stamps and folds them as they come. */
class Recorder {
  readonly facts: Fact[] = [];
  constructor(
    public state: JourneyState,
    private readonly stamp: CommandStamp,
  ) {}

  get now(): Instant {
    return this.stamp.now;
  }

  add(bodies: readonly FactBody[]): void {
    for (const body of bodies) {
      const fact: Fact = {
        ...body,
        seq: this.state.head + 1,
        recordedAt: this.stamp.now,
        by: this.stamp.by,
        onBehalfOf: this.stamp.onBehalfOf,
        commandId: this.stamp.id,
        commandHash: this.stamp.hash,
      };
      this.state = evolve(this.state, fact);
      this.facts.push(fact);
    }
  }
}

function settleInto(context: RuleContext, recorder: Recorder): void {
  untilRest(recorder, (state) => {
    const due = clockFacts(context, state, recorder.now);
    return due.length > 0 ? due : consequences(context, state, recorder.now, false);
  });
}

function untilRest(recorder: Recorder, next: (state: JourneyState) => FactBody[]): void {
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const bodies = next(recorder.state);
    if (bodies.length === 0) return;
    recorder.add(bodies);
  }
  throw new Error(`The rules of ${recorder.state.journeyId} do not come to rest.`);
}

/** An adopted calendar or definition rules from its own command on. */
function adoptedContext(context: RuleContext, command: Command): RuleContext {
  if (command.kind === 'adopt-calendar') return { ...context, calendar: command.calendar };
  if (command.kind === 'adopt-definition') return { ...context, definition: command.definition };
  return context;
}

/** Those who hold a seat when the city joins; the letter says what is open. */
function welcome(state: JourneyState): FactBody[] {
  const to = Object.keys(state.seats)
    .map((seat) => addressee(state, seat))
    .filter(({ holder }) => holder !== null);
  return to.length > 0 ? [{ kind: 'welcomed', to }] : [];
}
