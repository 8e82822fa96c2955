import type { Command, Fact } from '@citypath/journey';
import { Journal, Texts } from '@citypath/store';
import type { ActRequest, ActResult } from '@citypath/workflows/messages';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { DryRuns } from '../dry-runs/dry-runs';
import { ProblemError } from '../problems/problem-error';
import type { CommandAnswer } from './command-answer';
import { commandHashOf, commandIdOf } from './command-identity';
import type { Asked, GivenAct, TextRefs } from './given-act';
import { JourneyRuns } from './journey-runs';
import { updateFailure } from './update-failure';
import { definitionsOf, wordRefusal } from './word-refusal';

/** @returns null when the command is taken but not recorded yet */
type Send = (request: ActRequest) => Promise<ActResult | null>;

/**
 * The one way of a command from a request to its journey. Nothing here writes a journey: the words are kept, the
 * journal is asked whether this came before, and the running journey decides.
 */
@Injectable()
export class CommandGateway {
  constructor(
    private readonly journal: Journal,
    private readonly texts: Texts,
    private readonly runs: JourneyRuns,
    private readonly clock: Clock,
    private readonly dryRuns: DryRuns,
  ) {}

  /**
   * Has an act done, or only looked at.
   * @param send how the command reaches the journey: as an update of its run, unless it has none
   * @throws ProblemError with the refusal, or with what keeps the journey from deciding; preview-outdated
   */
  async give(given: GivenAct, asked: Asked, send?: Send): Promise<CommandAnswer> {
    if (given.dry) return { kind: 'dry', body: await this.dryRuns.of(given, asked) };
    const { journey, actor, onBehalfOf, seen } = given;
    const journeyId = journey.row.id;
    const id = commandIdOf(actor.person, journeyId, given.idempotencyKey);
    const hash = commandHashOf({ act: given.act, target: given.target, body: asked.body });
    const before = await this.before(id, hash);
    if (before) return before;
    if (seen !== undefined && (await this.dryRuns.of(given, asked)).seen !== seen) {
      throw new ProblemError('preview-outdated');
    }

    const command = asked.command(await this.keep(journeyId, asked.texts, actor.person));
    const stamp = { id, hash, by: actor.person, onBehalfOf };
    // What was looked at is done to the very journey that was looked at: whatever it has taken in between refuses it.
    const onlyAtHead = seen !== undefined || asked.onlyAsRead === true;
    const request = { command, stamp, ...(onlyAtHead && { onlyAtHead: journey.state.head }) };
    const sending = send?.(request) ?? this.runs.act(journeyId, request);
    const result = await sending.catch(async (error: unknown) => {
      throw await this.problemOf(error, given, command);
    });
    if (result === null) return { kind: 'pending', body: { commandId: id, journeyId, status: 'pending' } };
    const [first] = result.facts;
    // While a first attempt is under way, Temporal answers a second one with the first one's outcome.
    if (first && first.commandHash !== hash) throw new ProblemError('idempotency-key-reused');
    return recorded(id, journeyId, result.facts, result.head, result.repeated);
  }

  /** The answer that this very command got before. @throws ProblemError when the key came with another body */
  async before(id: string, hash: string): Promise<CommandAnswer | null> {
    const known = await this.journal.ofCommand(id);
    if (!known) return null;
    if (known.commandHash !== hash) throw new ProblemError('idempotency-key-reused');
    return recorded(id, known.journeyId, known.facts, 0, true);
  }

  private async keep(journeyId: string, texts: Record<string, unknown>, by: string): Promise<TextRefs> {
    const given = Object.entries(texts).filter(([, words]) => words !== undefined);
    const refs = await this.texts.put(
      journeyId,
      given.map(([, words]) => words),
      by,
      this.clock.now(),
    );
    const byName = new Map(given.map(([name], index) => [name, refs[index]]));
    return (name) => {
      const ref = byName.get(name);
      if (ref === undefined) throw new Error(`No text was given for ${name}`);
      return ref;
    };
  }

  private async problemOf(error: unknown, { journey }: GivenAct, command: Command): Promise<unknown> {
    if (error instanceof ProblemError) return error;
    const failure = updateFailure(error);
    const params = { journey: journey.row.id };
    switch (failure.kind) {
      case 'refused':
        return wordRefusal(definitionsOf(journey.context.definition, command), failure.refusal);
      case 'journey-moved':
        return new ProblemError('preview-outdated', { cause: error });
      case 'journal-disagrees':
        return new ProblemError('journal-disagrees', { params, cause: error });
      case 'workflow-missing':
        // A journey that has ended no longer runs, and that is as it should be.
        if (hasEnded(journey.state.status)) return new ProblemError('journey-closed');
        return (await this.runs.endedInDisagreement(journey.row.id))
          ? new ProblemError('journal-disagrees', { params, cause: error })
          : new ProblemError('workflow-missing', { params, cause: error });
      case 'too-busy':
        return new ProblemError('too-busy', { retryAfterSeconds: 2, cause: error });
      case 'unexpected':
        return failure.cause;
    }
  }
}

function hasEnded(status: string): boolean {
  return status === 'completed' || status === 'withdrawn';
}

/** The answer to a recorded command, first and again: the head is that of its own last fact. */
export function recorded(
  commandId: string,
  journeyId: string,
  facts: readonly Fact[],
  head: number,
  replayed: boolean,
): CommandAnswer {
  const body = { commandId, journeyId, head: facts.at(-1)?.seq ?? head };
  return { kind: 'recorded', created: false, replayed, body };
}
