import type { Instant } from '@citypath/calendar';
import { clockStamp, type Command, type CommandStamp, type Fact } from '@citypath/journey';
import { advance, hasCome, type Advance, type JourneyNow } from './advance';
import type { RecordRequest, RecordResult } from './city-journey.activities';

/**
 * What a run holds in memory: the journey, the facts that wait to be recorded, and how far the journal agrees.
 * Nothing here waits; each method is one go.
 */
export class JourneyRun {
  private readonly pending: Fact[] = [];
  private recordedHead: number;
  private disagreement = false;

  /** @param journey the journey as of its last recorded fact. */
  constructor(
    private readonly generation: number,
    private journey: JourneyNow,
  ) {
    this.recordedHead = journey.state.head;
  }

  get now(): JourneyNow {
    return this.journey;
  }

  get hasPending(): boolean {
    return this.pending.length > 0;
  }

  get pendingCount(): number {
    return this.pending.length;
  }

  /** The journal goes on otherwise than this run: nothing of it will be recorded any more. */
  get disagrees(): boolean {
    return this.disagreement;
  }

  get hasEnded(): boolean {
    return this.journey.state.status === 'completed' || this.journey.state.status === 'withdrawn';
  }

  /** What would come of a command; changes nothing. */
  attempt(command: Command, stamp: CommandStamp): Advance {
    return advance(this.journey, command, stamp);
  }

  /** Judges a command, applies it and queues its facts, all in one go. A refused one changes nothing. */
  take(command: Command, stamp: CommandStamp): Advance {
    const advanced = this.attempt(command, stamp);
    if (advanced.kind === 'advanced') {
      this.journey = advanced.journey;
      this.pending.push(...advanced.facts);
    }
    return advanced;
  }

  /** Whether a moment has come at which the journey does something by itself. */
  momentHasCome(now: Instant): boolean {
    return hasCome(this.journey.nextMomentAt, now);
  }

  /** Gives the journey the command of the clock, if its moment has come. */
  strikeClock(now: Instant): void {
    if (this.momentHasCome(now)) this.take({ kind: 'clock-struck' }, clockStamp(now));
  }

  /** Whether the journal holds everything up to a sequence number. */
  isRecorded(head: number): boolean {
    return this.recordedHead >= head;
  }

  /** Takes all that is pending, of several commands or not, as one request. */
  nextRequest(): RecordRequest {
    const { state, nextMomentAt } = this.journey;
    const facts = this.pending.splice(0);
    return {
      journeyId: state.journeyId,
      generation: this.generation,
      afterSeq: this.recordedHead,
      facts,
      nextMomentAt,
    };
  }

  /** Takes in what came of a request. */
  settle(request: RecordRequest, result: RecordResult): void {
    if (result.kind === 'disagrees') this.disagreement = true;
    else this.recordedHead = request.facts.at(-1)?.seq ?? request.afterSeq;
  }
}
