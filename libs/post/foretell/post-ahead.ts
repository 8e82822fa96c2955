import { dayAt, type Instant } from '@citypath/calendar';
import type { JourneyId, LetterCancellation, MovedStep, PersonId } from '@citypath/journey';
import { addresseeOf } from '../addressee';
import { assertNever } from '../assert-never';
import { decidePost, type LetterInRound } from '../decide-post';
import type { LetterAtHand } from '../letter-at-hand';
import type { PostDecision } from '../post-decision';
import type { Received, Recipient } from '../recipient';
import type { Suppression } from '../suppression';
import type { LetterToReport } from '../morning-report';
import { keyWithStepMoved, withStepMoved } from './moved-letters';
import type { Fate, ForetoldLetter, Surroundings, Today } from './foretold';

interface Waiting extends Omit<ForetoldLetter, 'fate' | 'to'> {
  lookAt: Instant;
}

/** More than any chain of substitutes is long: a round that never ends is a bug, and says so. */
const MOST_ROUNDS = 20;

/** The post of the days ahead: what waits for whom, and what each person has got. */
export class PostAhead {
  private readonly waiting = new Map<string, Waiting>();
  private readonly ended = new Map<string, ForetoldLetter>();
  private readonly received = new Map<PersonId, Received>();
  private readonly order: string[] = [];
  private readonly causedBy = new Map<string, string>();
  private skipped: ReadonlySet<string>;

  constructor(private readonly today: Today) {
    this.skipped = today.skipped;
    for (const { letter, notBeforeAt, command } of today.waiting) {
      this.order.push(letter.id);
      this.waiting.set(letter.id, { letter, cause: null, held: [], lookAt: notBeforeAt ?? letter.dueAt });
      if (command !== undefined) this.causedBy.set(letter.id, command);
    }
  }

  add(letter: LetterAtHand, cause: ForetoldLetter['cause'], now: Instant): void {
    if (this.waiting.has(letter.id) || this.ended.has(letter.id)) return;
    this.order.push(letter.id);
    // What people are told together waits for the next morning.
    const waits: Waiting = { letter, cause, held: [], lookAt: letter.dueAt > now ? letter.dueAt : now };
    if (this.skipped.has(letter.id)) this.end(waits, null, { kind: 'skipped', at: now });
    else this.waiting.set(letter.id, waits);
  }

  /** A fact has made letters pointless that have not gone: those of earlier facts only, as the journal does it. */
  cancel(journeyId: JourneyId, cancellation: LetterCancellation, now: Instant): void {
    const { seq, step, kinds, except, seat, holder, reason } = cancellation;
    for (const waits of this.waiting.values()) {
      const { letter } = waits;
      const meant =
        letter.journeyId === journeyId &&
        letter.seq < seq &&
        (step === undefined || step === letter.step) &&
        (kinds === undefined || kinds.includes(letter.kind)) &&
        except?.includes(letter.kind) !== true &&
        (seat === undefined || seat === letter.seat) &&
        (holder === undefined || holder === letter.holder);
      if (meant) this.end(waits, null, { kind: 'cancelled', at: now, reason });
    }
  }

  /** A letter stays what it is; what somebody has skipped stays skipped. */
  moveSteps(journeyId: JourneyId, steps: readonly MovedStep[]): void {
    for (const waits of this.waiting.values())
      if (waits.letter.journeyId === journeyId) waits.letter = withStepMoved(waits.letter, steps);
    this.skipped = new Set([...this.skipped].map((key) => keyWithStepMoved(key, journeyId, steps)));
  }

  /** Letters of an act that have not gone never go, but for that of a vacancy, which is one still. */
  endLettersOf(journeyId: JourneyId, command: string, now: Instant): void {
    for (const waits of this.waiting.values()) {
      const { id, kind, journeyId: of } = waits.letter;
      const isOwn = of === journeyId && kind !== 'vacancy' && this.causedBy.get(id) === command;
      if (isOwn) this.end(waits, null, { kind: 'cancelled', at: now, reason: 'undone' });
    }
  }

  /** Letters that an act ended before anybody got them go after all. @returns their ids */
  lettersBack(journeyId: JourneyId, command: string, together?: true): string[] {
    const back = (this.today.ended ?? []).filter(
      ({ letter, endedBy }) => letter.journeyId === journeyId && endedBy === command && !this.waiting.has(letter.id),
    );
    for (const { letter } of back) {
      this.order.push(letter.id);
      this.waiting.set(letter.id, {
        letter: { ...letter, together: together ?? letter.together },
        cause: null,
        held: [],
        lookAt: letter.dueAt,
      });
    }
    return back.map(({ letter }) => letter.id);
  }

  nextAt(): Instant | null {
    let next: Instant | null = null;
    for (const { lookAt } of this.waiting.values()) if (next === null || lookAt < next) next = lookAt;
    return next;
  }

  /** The courier's rounds at one instant. @returns what became of letters that the journeys are told of */
  deliver(journeys: Surroundings, now: Instant): LetterToReport[] {
    const outcomes: LetterToReport[] = [];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const due = [...this.waiting.values()].filter(({ lookAt }) => lookAt <= now);
      if (due.length === 0) return outcomes;
      const byPerson = Map.groupBy(due, ({ letter }) => addresseeNow(letter, journeys));
      for (const [person, waiting] of byPerson) outcomes.push(...this.decide(person, waiting, journeys, now));
    }
    throw new Error(`The post rules do not come to rest at ${now}.`);
  }

  /** All letters, in the order in which they fell due. */
  letters(): ForetoldLetter[] {
    return this.order.map((id) => {
      const ended = this.ended.get(id);
      if (ended) return ended;
      const waits = this.waiting.get(id);
      if (!waits) throw new Error(`The letter ${id} is lost.`);
      const { lookAt: _, ...letter } = waits;
      return { ...letter, to: waits.letter.passedOnTo ?? waits.letter.holder, fate: { kind: 'waits' } };
    });
  }

  private decide(person: PersonId | null, waiting: Waiting[], journeys: Surroundings, now: Instant): LetterToReport[] {
    const recipient = this.recipient(person, waiting[0]?.letter.journeyId, journeys);
    const letters = waiting.map(({ letter }) => this.inRound(letter, journeys, now));
    const decisions = decidePost({ now, recipient, letters });
    if (recipient !== null) this.count(recipient, decisions);
    // The journeys go on; what is written now is written from what stands now.
    const among = decisions.some(({ kind }) => kind === 'send' || kind === 'digest') ? new Map(journeys) : journeys;
    return decisions.flatMap((decision, index) => {
      const waits = waiting[index];
      return waits === undefined ? [] : this.follow(decision, waits, { person, among, now });
    });
  }

  private inRound(letter: LetterAtHand, journeys: Surroundings, now: Instant): LetterInRound {
    const journey = journeys.get(letter.journeyId);
    if (!journey) throw new Error(`The journey ${letter.journeyId} is not among those that are looked at.`);
    const { state, context, programmeSeats } = journey;
    const { calendar } = context;
    const absent = addresseeOf(letter, programmeSeats);
    return {
      letter,
      journey: { state, calendar, today: dayAt(calendar, now), programmeSeats },
      absent:
        letter.passedOnTo !== null && absent.kind === 'person'
          ? this.recipient(absent.person, letter.journeyId, journeys)
          : null,
    };
  }

  private recipient(
    person: PersonId | null,
    journeyId: JourneyId | undefined,
    journeys: Surroundings,
  ): Recipient | null {
    const journey = journeyId === undefined ? undefined : journeys.get(journeyId);
    const known = person === null || journey === undefined ? null : this.today.recipient(person, journey);
    return known && { ...known, received: this.received.get(known.id) ?? known.received };
  }

  /** What the person has got after this round. */
  private count({ id, received }: Recipient, decisions: readonly PostDecision[]): void {
    const counted = decisions.filter(
      (decision): decision is Extract<PostDecision, { kind: 'send' | 'digest' }> =>
        (decision.kind === 'send' && decision.ordinaryOn !== null) ||
        (decision.kind === 'digest' && decision.letterId === decision.carriedBy),
    );
    const ordinaryOn = counted[0]?.ordinaryOn ?? null;
    if (ordinaryOn === null) return;
    this.received.set(id, {
      digestOn: counted.some(({ kind }) => kind === 'digest') ? ordinaryOn : received.digestOn,
      ordinaryOn,
      ordinaryCount: (received.ordinaryOn === ordinaryOn ? received.ordinaryCount : 0) + counted.length,
    });
  }

  private follow(
    decision: PostDecision,
    waits: Waiting,
    { person, among, now }: { person: PersonId | null; among: Surroundings; now: Instant },
  ): LetterToReport[] {
    const { letter } = waits;
    switch (decision.kind) {
      case 'send':
        this.end(waits, decision.to, { kind: 'goes', at: now, among });
        return [toReport(letter, 'accepted', now)];
      case 'digest':
        this.end(waits, decision.to, { kind: 'digest', at: now, carriedBy: decision.carriedBy, among });
        return [toReport(letter, 'accepted', now)];
      case 'hold': {
        const { untilAt, reason } = decision;
        waits.held.push({ at: now, untilAt, reason });
        waits.lookAt = untilAt;
        return [];
      }
      case 'pass-on':
        waits.letter = { ...letter, passedOnTo: decision.to };
        return [];
      case 'merge':
        this.end(waits, person, { kind: 'merged', at: now, into: decision.into });
        return [];
      case 'suppress':
        this.end(waits, person, { kind: 'suppressed', at: now, reason: decision.reason });
        return [toReport(letter, 'suppressed', now, decision.reason)];
      default:
        return assertNever(decision);
    }
  }

  private end({ lookAt: _, ...letter }: Waiting, to: PersonId | null, fate: Fate): void {
    this.waiting.delete(letter.letter.id);
    this.ended.set(letter.letter.id, { ...letter, to, fate });
  }
}

function addresseeNow(letter: LetterAtHand, journeys: Surroundings): PersonId | null {
  if (letter.passedOnTo !== null) return letter.passedOnTo;
  const addressee = addresseeOf(letter, journeys.get(letter.journeyId)?.programmeSeats ?? {});
  return addressee.kind === 'person' ? addressee.person : null;
}

function toReport(
  { id, journeyId, seq, step, round, kind, seat, holder, passedOnTo }: LetterAtHand,
  status: 'accepted' | 'suppressed',
  settledAt: Instant,
  reason: Suppression | null = null,
): LetterToReport {
  return { id, journeyId, seq, step, round, kind, seat, holder, passedOnTo, status, settledAt, reason };
}
