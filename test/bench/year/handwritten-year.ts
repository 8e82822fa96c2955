import type { Instant } from '@citypath/calendar';
import type { Command, CommandStamp, Fact, FactBody, StepRef } from '@citypath/journey';
import type { HandwrittenInput, HandwrittenStep } from './handwritten.messages';

type StepCommand = Extract<Command, { kind: 'submit' | 'accept' | 'schedule-event' }>;

/** The reference year without rules: which step is where, and what is to be told and recorded. Dates are the input's. */
export class HandwrittenYear {
  readonly pending: Fact[] = [];
  head = 0;
  hasFinished = false;
  private readonly status = new Map<StepRef, 'open' | 'submitted' | 'done'>();

  constructor(
    private readonly input: HandwrittenInput,
    private toldUntilAt: Instant,
  ) {
    const { city, programme, definitionHash, calendarHash, joinedOn, journeyId } = input;
    const birth = { id: `join-${journeyId}`, hash: 'join', by: 'p-manager', onBehalfOf: null, now: toldUntilAt };
    const pinned = { city, programme, definitionHash, calendarHash };
    this.add(birth, { kind: 'joined', ...pinned, takeover: false, happenedOn: joinedOn });
    this.open(birth, ({ opensAfter, opensAt }) => opensAfter === null && opensAt === null);
  }

  /** Why a command may not be given now, or null. */
  refusalOf(command: Command): string | null {
    if (!isOfStep(command)) return command.kind === 'finish' ? null : `no such command here: ${command.kind}`;
    const wanted = command.kind === 'accept' ? 'submitted' : 'open';
    return this.status.get(command.step) === wanted ? null : `${command.step} is not ${wanted}`;
  }

  take(command: Command, stamp: CommandStamp): void {
    if (isOfStep(command)) {
      this.takeOfStep(command, stamp);
    } else {
      this.hasFinished = true;
      this.add(stamp, { kind: 'finished' });
    }
  }

  /** The soonest morning on which something is told or opens. */
  nextMorning(): Instant | null {
    const mornings = this.input.steps.flatMap(({ ref, opensAt, remindAt, askAgainAt }) => {
      const status = this.status.get(ref);
      if (status === undefined) return opensAt ?? [];
      const ofStatus = status === 'open' ? remindAt : status === 'submitted' ? askAgainAt : [];
      return ofStatus.filter((at) => at > this.toldUntilAt);
    });
    return mornings.reduce<Instant | null>((soonest, at) => (soonest === null || at < soonest ? at : soonest), null);
  }

  /** Tells what falls due on a morning, and opens what opens on it. */
  tell(at: Instant): void {
    const stamp = { id: `clock:${at}`, hash: 'clock-struck', by: null, onBehalfOf: null, now: at };
    for (const { ref, dueOn, owner, remindAt } of this.input.steps) {
      if (this.status.get(ref) !== 'open' || !remindAt.includes(at)) continue;
      const about = { step: ref, round: 1, threshold: at, dueOn: dueOn ?? this.input.joinedOn, to: owner };
      this.add(stamp, { kind: 'reminder-fell-due', ...about });
    }
    this.open(stamp, ({ ref, opensAt }) => !this.status.has(ref) && opensAt === at);
    this.toldUntilAt = at;
  }

  private takeOfStep(command: StepCommand, stamp: CommandStamp): void {
    const { step } = command;
    const happenedOn = this.input.joinedOn;
    switch (command.kind) {
      case 'schedule-event':
        this.add(stamp, { kind: 'event-scheduled', step, on: command.on, previousOn: null });
        break;
      case 'submit': {
        this.status.set(step, 'submitted');
        const seat = this.input.steps.find(({ ref }) => ref === step)?.owner.seat ?? '';
        const days = { submittedOn: happenedOn, acceptanceDueOn: happenedOn, happenedOn, inTime: true };
        const acceptor = { seat: 'manager', holder: null };
        this.add(stamp, {
          kind: 'step-submitted',
          step,
          round: 1,
          evidence: command.evidence,
          seat,
          acceptor,
          ...days,
        });
        break;
      }
      case 'accept':
        this.status.set(step, 'done');
        this.add(stamp, { kind: 'step-accepted', step, round: 1, to: null, happenedOn });
        this.open(stamp, ({ opensAfter }) => opensAfter === step);
        break;
    }
  }

  private open(stamp: CommandStamp, which: (step: HandwrittenStep) => boolean): void {
    const { joinedOn: happenedOn } = this.input;
    for (const { ref: step, dueOn, owner } of this.input.steps.filter(which)) {
      this.status.set(step, 'open');
      this.add(stamp, {
        kind: 'step-opened',
        step,
        round: 1,
        dueOn,
        happenedOn,
        owner,
        tell: true,
        takenOver: false,
      });
    }
  }

  private add(
    { by, onBehalfOf, id: commandId, hash: commandHash, now: recordedAt }: CommandStamp,
    body: FactBody,
  ): void {
    this.head += 1;
    this.pending.push({ ...body, seq: this.head, recordedAt, by, onBehalfOf, commandId, commandHash });
  }
}

function isOfStep(command: Command): command is StepCommand {
  return command.kind === 'submit' || command.kind === 'accept' || command.kind === 'schedule-event';
}
