import { undoRequest } from '@citypath/contracts';
import { UNDO_MS } from '@citypath/journey';
import { Journal } from '@citypath/store';
import { Body, Controller, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock } from '../clock';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { ProblemError } from '../problems/problem-error';

const commandId = z.string().regex(/^[0-9a-f]{64}$/, 'key-malformed');

/** Taking an act of the last 24 hours back. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id/acts/:command')
export class UndoController {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  @ActRoute('undo', 'undo')
  async undo(
    @Given() given: GivenAct,
    @Param('command', { schema: commandId }) act: string,
    @Body({ schema: undoRequest }) body: z.output<typeof undoRequest>,
  ) {
    await this.requireRecent(given.journey.row.id, act);
    return this.gateway.give(given, {
      body: { ...body, act },
      texts: { reason: body.reason },
      command: (ref) => ({ kind: 'undo', act, reason: ref('reason') }),
    });
  }

  /** The journey forgets after a day; the journal still knows that it was there. @throws ProblemError act-too-old */
  private async requireRecent(journeyId: string, act: string): Promise<void> {
    const known = await this.journal.ofCommand(act);
    const [first] = known?.journeyId === journeyId ? known.facts : [];
    if (!first) return;
    const ageMs = Date.parse(this.clock.now()) - Date.parse(first.recordedAt);
    if (ageMs > UNDO_MS) throw new ProblemError('act-too-old');
  }
}
