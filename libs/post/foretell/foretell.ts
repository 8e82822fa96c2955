import { dayAt, type Day, type Instant } from '@citypath/calendar';
import {
  cancellations,
  clockStamp,
  judge,
  lettersDue,
  nextMoment,
  type Command,
  type Fact,
  type JourneyId,
  type Judgement,
} from '@citypath/journey';
import type {
  ActAhead,
  ActDone,
  ActNow,
  ForetoldAct,
  ForetoldActs,
  ForetoldLetter,
  JourneyAhead,
  Today,
} from './foretold';
import { letterAhead } from './letter-ahead';
import { PostAhead } from './post-ahead';
import { ReportsAhead } from './reports-ahead';

/**
 * Every letter from now to the end of `untilOn` if nobody acts, and what becomes of each: the journey rules say what
 * falls due, the post rules decide for each person over all journeys, and what the post learns goes back to the
 * journeys, all by the very rules that will run. Pure; each journey's own days are those of its city.
 *
 * @returns the letters in the order in which they fell due
 */
export function foretell(today: Today, untilOn: Day): ForetoldLetter[] {
  return new DaysAhead(today, untilOn).play();
}

/**
 * The same days if somebody does something now, and nothing else: the act is judged as the running journey would judge
 * it. Hazard: its letters bear the numbers of facts that are not recorded yet.
 *
 * @throws Error when the journey is not among those of today
 */
export function foretellAct(today: Today, act: ActNow, untilOn: Day): ForetoldAct {
  const foretold = foretellActs(today, [{ ...act, at: today.now }], untilOn);
  if (foretold.kind === 'refused') return { kind: 'refused', refusal: foretold.refusal };
  const [done] = foretold.done;
  if (done === undefined) throw new Error('The act was not done.');
  return { ...done, letters: foretold.letters };
}

/**
 * The same days if somebody does something at moments to come, in this order. What is due at the very moment of an act
 * comes after it; what is done after `untilOn` is still judged, but nothing follows from it.
 *
 * @throws Error when a journey is not among those of today, or an act lies before the one ahead of it
 */
export function foretellActs(today: Today, acts: readonly ActAhead[], untilOn: Day): ForetoldActs {
  const days = new DaysAhead(today, untilOn);
  const done: ForetoldActs['done'] = [];
  for (const act of acts) {
    days.playUntil(act.at);
    const one = days.act(act);
    if (one.kind === 'refused') return { ...one, done };
    done.push(one);
  }
  return { kind: 'foretold', done, letters: days.play() };
}

type Accepted = Extract<Judgement, { kind: 'accepted' }>;

/** The journeys, the post and the reports, played against each other in order of time. */
class DaysAhead {
  private readonly journeys: Map<JourneyId, JourneyAhead>;
  private readonly post: PostAhead;
  private readonly reports: ReportsAhead;
  /** When the clock strikes next for each journey: asked again only after something has happened to it. */
  private readonly moments: Map<JourneyId, Instant | null>;
  private now: Instant;

  constructor(
    today: Today,
    private readonly untilOn: Day,
  ) {
    this.now = today.now;
    this.journeys = new Map(today.journeys.map((journey) => [journey.state.journeyId, journey]));
    this.moments = new Map(
      today.journeys.map(({ context, state }) => [state.journeyId, nextMoment(context, state, today.now)]),
    );
    this.post = new PostAhead(today);
    this.reports = new ReportsAhead(today.unreported);
  }

  /** Gives a journey a command that may be refused; nothing has changed then. */
  act({ journeyId, command, stamp, together }: ActNow): ActDone {
    const journey = this.journeys.get(journeyId);
    if (!journey) throw new Error(`The journey ${journeyId} is not among those that are looked at.`);
    const judged = judge(journey.context, journey.state, command, { ...stamp, now: this.now });
    if (judged.kind === 'refused') return judged;
    this.follow(journey, judged, together);
    return { kind: 'foretold', facts: judged.facts, state: judged.state, context: judged.context };
  }

  play(): ForetoldLetter[] {
    this.playBefore(null);
    return this.post.letters();
  }

  /** Everything that comes before the instant, which it is afterwards. */
  playUntil(at: Instant): void {
    if (at < this.now) throw new Error(`Time does not run back, from ${this.now} to ${at}.`);
    this.playBefore(at);
    this.now = at;
  }

  private playBefore(end: Instant | null): void {
    for (let at = this.nextAt(); at !== null && (end === null || at < end); at = this.nextAt()) {
      this.now = at;
      for (const journey of [...this.journeys.values()]) this.strike(journey);
      this.deliver();
      for (const journey of [...this.journeys.values()]) this.report(journey);
      // What a report has caused (a rung passed over) goes the same morning.
      this.deliver();
    }
  }

  /** The next instant at which something happens; null when nothing does until the last day. */
  private nextAt(): Instant | null {
    // Whoever has ended is told nothing more: what the post still learns of its letters wakes nobody.
    const moments = [...this.journeys.values()]
      .filter(isRunning)
      .flatMap(({ context, state }) => [
        this.moments.get(state.journeyId) ?? null,
        this.reports.nextAt(state.journeyId, context.calendar),
      ]);
    const next = [...moments, this.post.nextAt()].reduce<Instant | null>(
      (soonest, at) => (at !== null && (soonest === null || at < soonest) ? at : soonest),
      null,
    );
    if (next === null) return null;
    const at = next > this.now ? next : this.now;
    return this.isOver(at) ? null : at;
  }

  /** The last of the cities' days ends it; those further west have seen their own letters by then. */
  private isOver(at: Instant): boolean {
    return [...this.journeys.values()].every(({ context }) => dayAt(context.calendar, at) > this.untilOn);
  }

  private strike(journey: JourneyAhead): void {
    const at = this.moments.get(journey.state.journeyId) ?? null;
    if (at === null || at > this.now || dayAt(journey.context.calendar, this.now) > this.untilOn) return;
    this.give(journey, { kind: 'clock-struck' });
  }

  private report(journey: JourneyAhead): void {
    if (!isRunning(journey)) return;
    const command = this.reports.take(journey, this.now);
    if (command !== null) this.give(journey, command);
  }

  private give(journey: JourneyAhead, command: Command): void {
    const judged = judge(journey.context, journey.state, command, clockStamp(this.now));
    if (judged.kind === 'refused') throw new Error(`${command.kind} is never refused: ${judged.refusal.code}`);
    this.follow(journey, judged);
  }

  private follow(journey: JourneyAhead, { context, state, facts }: Accepted, together?: true): void {
    const { journeyId } = journey.state;
    const after = { ...journey, context, state };
    this.journeys.set(journeyId, after);
    this.moments.set(journeyId, nextMoment(context, state, this.now));
    for (const fact of facts) {
      this.moveSteps(journeyId, fact);
      this.takeBack(journeyId, fact, together);
      for (const cancellation of cancellations(fact)) this.post.cancel(journeyId, cancellation, this.now);
      for (const due of lettersDue(fact)) {
        const letter = { ...letterAhead(due, fact, journeyId), together };
        this.post.add(letter, { fact, journey: after }, this.now);
      }
    }
  }

  /** Letters about steps that a fact moves are about those that take their place. */
  private moveSteps(journeyId: JourneyId, fact: Fact): void {
    if (fact.kind !== 'definition-adopted' || fact.steps === undefined) return;
    this.post.moveSteps(journeyId, fact.steps);
    this.reports.moveSteps(journeyId, fact.steps);
  }

  /** What becomes of the letters of an act that a fact takes back: as the journal does it. */
  private takeBack(journeyId: JourneyId, fact: Fact, together?: true): void {
    if (fact.kind !== 'act-undone' && fact.kind !== 'readmitted') return;
    if (fact.kind === 'act-undone') this.post.endLettersOf(journeyId, fact.command, this.now);
    this.reports.forget(journeyId, this.post.lettersBack(journeyId, fact.command, together));
  }

  private deliver(): void {
    for (const outcome of this.post.deliver(this.journeys, this.now)) this.reports.add(outcome);
  }
}

function isRunning({ state: { status } }: JourneyAhead): boolean {
  return status !== 'completed' && status !== 'withdrawn';
}
