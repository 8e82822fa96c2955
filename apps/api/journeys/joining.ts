import type { Day } from '@citypath/calendar';
import type { joinRequest } from '@citypath/contracts';
import {
  emptyState,
  judge,
  NEWEST_RULES,
  type CommandStamp,
  type JoinCommand,
  type RuleContext,
} from '@citypath/journey';
import { Cities, Journeys, Texts, type City } from '@citypath/store';
import type { CityJourneyInput } from '@citypath/workflows/messages';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ChangeFeed, type Heard } from '../changes/change-feed';
import { Clock } from '../clock';
import type { CommandAnswer } from '../commands/command-answer';
import { CommandGateway } from '../commands/command-gateway';
import { commandHashOf, commandIdOf } from '../commands/command-identity';
import { JourneyRuns } from '../commands/journey-runs';
import { wordRefusal } from '../commands/word-refusal';
import { KnownPeople } from '../people/known-people';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { Editions } from './editions';

type JoinBody = z.output<typeof joinRequest>;

const RECORDED_WITHIN_MS = 5_000;

/**
 * A city joins a programme. The one command that is decided here, on the empty state: the run then begins with it,
 * so that a refused one leaves nothing behind.
 */
@Injectable()
export class Joining {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly runs: JourneyRuns,
    private readonly journeys: Journeys,
    private readonly cities: Cities,
    private readonly people: KnownPeople,
    private readonly editions: Editions,
    private readonly changes: ChangeFeed,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError with the refusal, or with what keeps the journey from beginning */
  async join(actor: Reader, idempotencyKey: string, body: JoinBody): Promise<CommandAnswer> {
    const journeyId = `${body.programme}.${body.city}`;
    const id = commandIdOf(actor.person, journeyId, idempotencyKey);
    const hash = commandHashOf({ act: 'join', target: null, body });
    const before = await this.before(journeyId, id, hash);
    if (before) return before;

    const { city, context, command } = await this.prepare(body, actor, journeyId);
    const stamp: CommandStamp = { id, hash, by: actor.person, onBehalfOf: null, now: this.clock.now() };
    const judgement = judge(context, emptyState(journeyId), command, stamp);
    if (judgement.kind === 'refused') throw wordRefusal(context.definition, judgement.refusal);

    const heard = this.changes.heard(journeyId);
    try {
      await this.begin({ journeyId, context, command, stamp }, city);
      return await this.recordedAnswer(journeyId, id, hash, heard);
    } finally {
      heard.stop();
    }
  }

  /**
   * The answer to this very joining, if it is recorded. Hazard: look for the journey first. The other way round, one
   * that is recorded between the two looks seems to be somebody else's.
   * @throws ProblemError journey-already-joined when the journey began with another command
   */
  private async before(journeyId: string, id: string, hash: string): Promise<CommandAnswer | null> {
    const journey = await this.journeys.byId(journeyId);
    const answer = await this.gateway.before(id, hash);
    if (answer) return answer.kind === 'recorded' ? { ...answer, created: true } : answer;
    if (journey) throw new ProblemError('journey-already-joined');
    return null;
  }

  private async prepare(
    body: JoinBody,
    actor: Reader,
    journeyId: string,
  ): Promise<{ city: City; context: RuleContext; command: JoinCommand }> {
    const { hash: definitionHash, definition } = this.editions.newest(body.programme);
    const city = await this.cities.byKey(body.city);
    if (!city) throw new ProblemError('city-unknown', { params: { city: body.city } });
    const { hash: calendarHash, calendar } = await this.editions.calendarOfCity(city);
    await this.people.require(
      body.seats.flatMap(({ person, liaison }, index) => [
        { pointer: `/seats/${index}/person`, person },
        { pointer: `/seats/${index}/liaison`, person: liaison },
      ]),
    );
    const { joinedOn, takeover, demonstration } = body;
    const command: JoinCommand = {
      kind: 'join',
      city: body.city,
      programme: body.programme,
      definitionHash,
      calendarHash,
      joinedOn: joinedOn as Day | null,
      takeover,
      demonstration,
      seats: body.seats.map((seat) => ({ ...seat, fromOn: seat.fromOn as Day | null })),
      done: await this.withReasons(body.done, actor, journeyId),
    };
    return { city, context: { rules: NEWEST_RULES, definition, calendar }, command };
  }

  /** What is told of a step that was done before: its words are kept first, the command has the reference. */
  private async withReasons(done: JoinBody['done'], actor: Reader, journeyId: string): Promise<JoinCommand['done']> {
    const notes = done.flatMap(({ note }) => (note === undefined ? [] : [note]));
    const refs = await this.texts.put(journeyId, notes, actor.person, this.clock.now());
    return done.map(({ note, happenedOn, ...rest }) => ({
      ...rest,
      happenedOn: happenedOn as Day | null,
      ...(note !== undefined && { reason: refs.shift() }),
    }));
  }

  private async begin(
    {
      journeyId,
      context,
      command,
      stamp,
    }: { journeyId: string; context: RuleContext; command: JoinCommand; stamp: CommandStamp },
    city: City,
  ): Promise<void> {
    const input: CityJourneyInput = {
      journeyId,
      generation: 1,
      ...context,
      state: null,
      birth: { command, stamp },
    };
    // One of this name may have begun already, by a first attempt of this very command or by somebody else's: the
    // journal tells which, as soon as that birth is recorded.
    await this.runs.begin(input, { programme: command.programme, city: city.key });
  }

  private async recordedAnswer(journeyId: string, id: string, hash: string, heard: Heard): Promise<CommandAnswer> {
    const giveUpAt = performance.now() + RECORDED_WITHIN_MS;
    while (performance.now() < giveUpAt) {
      await heard.changed();
      const answer = await this.before(journeyId, id, hash);
      if (answer) return answer;
    }
    return { kind: 'pending', body: { commandId: id, journeyId, status: 'pending' } };
  }
}
