import { emptyState, judge, type CommandStamp, type JoinCommand, type RuleContext } from '@citypath/journey';
import { Cities, Journeys } from '@citypath/store';
import type { CityJourneyInput } from '@citypath/workflows/messages';
import { Injectable } from '@nestjs/common';
import { ChangeFeed, type Heard } from '../changes/change-feed';
import { Clock } from '../clock';
import type { CommandAnswer } from '../commands/command-answer';
import { CommandGateway } from '../commands/command-gateway';
import { commandHashOf, commandIdOf } from '../commands/command-identity';
import { JourneyRuns } from '../commands/journey-runs';
import { wordRefusal } from '../commands/word-refusal';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { JoinPreparation, type JoinBody } from './join-preparation';

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
    private readonly preparation: JoinPreparation,
    private readonly changes: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError with the refusal, or with what keeps the journey from beginning */
  async join(actor: Pick<Reader, 'person'>, idempotencyKey: string, body: JoinBody): Promise<CommandAnswer> {
    const journeyId = `${body.programme}.${body.city}`;
    const id = commandIdOf(actor.person, journeyId, idempotencyKey);
    const hash = commandHashOf({ act: 'join', target: null, body });
    const { city, hasBegun } = await this.cities.beforeJoining(body.city, journeyId);
    if (hasBegun) return this.asBefore(id, hash);
    if (!city) throw new ProblemError('city-unknown', { params: { city: body.city } });

    const { context, command } = await this.preparation.prepare(body, city, actor, journeyId);
    const stamp: CommandStamp = { id, hash, by: actor.person, onBehalfOf: null, now: this.clock.now() };
    const judgement = judge(context, emptyState(journeyId), command, stamp);
    if (judgement.kind === 'refused') throw wordRefusal(context.definition, judgement.refusal);

    const heard = this.changes.heard(journeyId);
    try {
      const isFirst = await this.begin({ journeyId, context, command, stamp });
      return await this.recordedAnswer(journeyId, id, hash, heard, isFirst);
    } finally {
      heard.stop();
    }
  }

  /** The answer to this very joining, recorded before. @throws ProblemError when the journey began with another one */
  private async asBefore(id: string, hash: string): Promise<CommandAnswer> {
    const answer = await this.gateway.before(id, hash);
    if (!answer) throw new ProblemError('journey-already-joined');
    return created(answer);
  }

  /** @returns false when one of this name has begun already: by a first attempt of this very command, or by another */
  private async begin({ journeyId, context, command, stamp }: Birth): Promise<boolean> {
    const input: CityJourneyInput = { journeyId, generation: 1, ...context, state: null, birth: { command, stamp } };
    return this.runs.begin(input, { programme: command.programme, city: command.city });
  }

  private async recordedAnswer(
    journeyId: string,
    id: string,
    hash: string,
    heard: Heard,
    isFirst: boolean,
  ): Promise<CommandAnswer> {
    const giveUpAt = performance.now() + RECORDED_WITHIN_MS;
    while (performance.now() < giveUpAt) {
      await heard.changed();
      // Hazard: look for the journey first. The other way round, one that is recorded between the two looks seems to
      // have begun with another command.
      const mayBeAnothers = !isFirst && (await this.journeys.byId(journeyId)) !== null;
      if (mayBeAnothers) return this.asBefore(id, hash);
      const answer = await this.gateway.before(id, hash);
      if (answer) return created(answer);
    }
    return { kind: 'pending', body: { commandId: id, journeyId, status: 'pending' } };
  }
}

interface Birth {
  journeyId: string;
  context: RuleContext;
  command: JoinCommand;
  stamp: CommandStamp;
}

function created(answer: CommandAnswer): CommandAnswer {
  return answer.kind === 'recorded' ? { ...answer, created: true } : answer;
}
