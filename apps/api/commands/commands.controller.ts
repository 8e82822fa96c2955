import { commandStatusResponse, journeyId, type CommandStatusResponse } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import { Journal } from '@citypath/store';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { JourneyReader } from '../journeys/journey-reader';
import { Answers } from '../messages/answers';
import { Allow, oneself } from '../policies/policy';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { JourneyRuns } from './journey-runs';
import { updateFailure } from './update-failure';
import { wordRefusal } from './word-refusal';

const commandId = z.string().regex(/^[0-9a-f]{64}$/, 'key-malformed');
const statusQuery = z.strictObject({ journey: journeyId });

/** What became of a write that was answered with 202. */
@ApiTags('commands')
@Controller('api/v1/commands')
export class CommandsController {
  constructor(
    private readonly journal: Journal,
    private readonly runs: JourneyRuns,
    private readonly journeys: JourneyReader,
  ) {}

  /** The journal knows what is recorded; of anything else only the running journey knows. */
  @Get(':id')
  @Allow(oneself, { en: 'Ask what became of one’s own act', zh: '查询本人操作的结果' })
  @Answers(commandStatusResponse)
  async status(
    @AskedBy() reader: Reader,
    @Param('id', { schema: commandId }) id: string,
    @Query({ schema: statusQuery }) query: z.output<typeof statusQuery>,
  ): Promise<CommandStatusResponse> {
    const recorded = await this.journal.ofCommand(id);
    if (recorded) {
      requireOwn(reader, recorded.facts);
      return { status: 'recorded', commandId: id, journeyId: recorded.journeyId, head: headAfter(recorded.facts, 0) };
    }
    const outcome = await this.runs.outcome(query.journey, id).catch(async (error: unknown) => {
      throw await this.problemOf(error, reader, query.journey);
    });
    if (outcome === null) return { status: 'pending', commandId: id, journeyId: query.journey };
    requireOwn(reader, outcome.facts);
    const head = headAfter(outcome.facts, outcome.head);
    return { status: 'recorded', commandId: id, journeyId: query.journey, head };
  }

  private async problemOf(error: unknown, reader: Reader, journey: string): Promise<unknown> {
    const failure = updateFailure(error);
    switch (failure.kind) {
      case 'refused': {
        const { context } = await this.journeys.byId(reader, journey);
        return wordRefusal(context.definition, failure.refusal);
      }
      case 'journey-moved':
        return new ProblemError('preview-outdated', { cause: error });
      case 'journal-disagrees':
        return new ProblemError('journal-disagrees', { params: { journey }, cause: error });
      case 'workflow-missing':
        return new ProblemError('command-unknown', { cause: error });
      case 'too-busy':
        return new ProblemError('too-busy', { retryAfterSeconds: 2, cause: error });
      case 'unexpected':
        return error;
    }
  }
}

/** What became of somebody else's act is nobody's business. @throws ProblemError command-unknown */
function requireOwn(reader: Reader, facts: readonly Fact[]): void {
  if (facts.length > 0 && !facts.some(({ by }) => by === reader.person)) throw new ProblemError('command-unknown');
}

function headAfter(facts: readonly Fact[], head: number): number {
  return facts.at(-1)?.seq ?? head;
}
