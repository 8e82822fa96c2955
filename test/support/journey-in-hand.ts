import { createHash } from 'node:crypto';
import { instantAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import {
  emptyState,
  judge,
  lettersDue,
  NEWEST_RULES,
  nextMoment,
  presumedReport,
  type Command,
  type Fact,
  type JoinCommand,
  type JourneyState,
  type LetterDue,
  type ProgrammeDefinition,
  type Refusal,
  type RuleContext,
} from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { china } from './china';

/**
 * A journey without a server: commands are judged and the clock strikes at each moment that matters, by the very rules
 * that the workflow runs. Stories read like a diary: `on` a day somebody `gives` a command.
 */
export class JourneyInHand {
  context: RuleContext;
  state: JourneyState = emptyState('100rc-cn.testville');
  now: Instant;
  readonly facts: Fact[] = [];
  readonly letters: LetterDue[] = [];
  private commands = 0;
  /** Whether letters arrive on the day on which they are told. A story that says otherwise gives the reports itself. */
  postDelivers = true;

  constructor(startsOn: Day, definition: ProgrammeDefinition = resilientCitiesChina, calendar: CalendarData = china) {
    this.context = { rules: NEWEST_RULES, definition, calendar };
    this.now = instantAt(calendar, startsOn, '10:00');
  }

  /** Lets the clock strike until the day, at the given time of the city. */
  on(day: Day, time: `${number}:${number}` = '10:00'): this {
    return this.until(instantAt(this.context.calendar, day, time));
  }

  until(instant: Instant): this {
    for (let at = this.next(); at !== null && at <= instant; at = this.next()) {
      this.now = at > this.now ? at : this.now;
      this.take({ kind: 'clock-struck' }, null);
      const next = this.next();
      if (next !== null && next <= this.now) throw new Error(`Settling at ${this.now} left a moment behind: ${next}.`);
    }
    this.now = instant;
    return this;
  }

  /** Gives a command that must be taken. */
  give(command: Command, by: string | null = 'p-manager'): this {
    const refusal = this.take(command, by);
    if (refusal) throw new Error(`${command.kind} was refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  /** Gives a command that must be refused, and changes nothing. */
  refusalOf(command: Command, by: string | null = 'p-manager'): Refusal {
    const before = JSON.stringify(this.state);
    const refusal = this.take(command, by);
    if (!refusal) throw new Error(`${command.kind} was not refused.`);
    if (JSON.stringify(this.state) !== before) throw new Error(`${command.kind} was refused but changed the journey.`);
    return refusal;
  }

  /** Gives a command and tells whether it was refused. */
  take(command: Command, by: string | null): Refusal | null {
    this.commands += 1;
    const id = command.kind === 'clock-struck' ? 'clock' : idOf(`${this.state.journeyId} ${this.commands}`);
    const judged = judge(this.context, this.state, command, { id, hash: id, by, onBehalfOf: null, now: this.now });
    if (judged.kind === 'refused') return judged.refusal;
    this.state = judged.state;
    this.context = judged.context;
    this.facts.push(...judged.facts);
    this.letters.push(...judged.facts.flatMap(lettersDue));
    const report = this.postDelivers ? presumedReport(this.state) : null;
    if (report) this.give(report, null);
    return null;
  }

  next(): Instant | null {
    return nextMoment(this.context, this.state, this.now);
  }

  /** Letters since the last call. */
  takeLetters(): LetterDue[] {
    return this.letters.splice(0);
  }

  join(command: Partial<JoinCommand> = {}): this {
    return this.give({
      kind: 'join',
      city: 'testville',
      programme: this.context.definition.key,
      definitionHash: 'd1',
      calendarHash: 'c1',
      joinedOn: null,
      takeover: false,
      seats: [],
      done: [],
      ...command,
    });
  }

  /** The id of what a person did last. */
  get lastAct(): string {
    return this.facts.findLast(({ by }) => by !== null)?.commandId ?? '';
  }

  /** Takes back what a person did last. */
  undo(): this {
    return this.give({ kind: 'undo', act: this.lastAct, reason: 't-undo' });
  }

  /** Submits with everything that is wanted. */
  submit(step: string, extra: Partial<Extract<Command, { kind: 'submit' }>['evidence']> = {}, happenedOn?: Day): this {
    const wanted = this.context.definition.steps.find(({ key }) => key === step.split('@')[0]);
    const keys = wanted?.evidence.map(({ key }) => key) ?? [];
    return this.give(
      { kind: 'submit', step, evidence: { text: 't-1', keys, ...extra }, ...(happenedOn ? { happenedOn } : {}) },
      'p-cro',
    );
  }

  /** Submits and accepts. */
  finish(step: string, extra: Parameters<JourneyInHand['submit']>[1] = {}, happenedOn?: Day): this {
    return this.submit(step, extra, happenedOn).give({ kind: 'accept', step });
  }

  openSteps(): string[] {
    return Object.values(this.state.steps)
      .filter(({ status }) => status === 'open')
      .map(({ ref }) => ref)
      .sort();
  }
}

/** As the api makes them. */
function idOf(given: string): string {
  return createHash('sha256').update(given).digest('hex');
}

/** A letter as a line: '2026-12-01 09:00Z reminder draft due-3 → cro'. */
export function inWords({ kind, step, threshold, seat }: LetterDue): string {
  return `${kind}${step === null ? '' : ` ${step}`}${threshold.startsWith('seq:') ? '' : ` ${threshold.split('@')[0] ?? ''}`} → ${seat}`;
}
