import type { Day } from '@citypath/calendar';
import {
  acknowledgeRequest,
  declineRungRequest,
  releaseRungRequest,
  resetCadenceRequest,
  setCadenceRequest,
} from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { cadenceSet } from './cadence-set';
import { stepOf } from './target-of';

/** What people do about the delay of a step: who is told of it, and how often its owner is reminded. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref')
export class LadderActsController {
  constructor(private readonly gateway: CommandGateway) {}

  @ActRoute('acknowledgement', 'acknowledge')
  acknowledge(
    @Given() given: GivenAct,
    @Body({ schema: acknowledgeRequest }) body: z.output<typeof acknowledgeRequest>,
  ) {
    const { untilOn, note } = body;
    return this.gateway.give(given, {
      body,
      texts: { note },
      command: (ref) => ({
        kind: 'acknowledge',
        step: stepOf(given),
        untilOn: untilOn as Day,
        ...(note !== undefined && { note: ref('note') }),
      }),
    });
  }

  @ActRoute('prepared-letter/release', 'release-rung')
  release(@Given() given: GivenAct, @Body({ schema: releaseRungRequest }) body: z.output<typeof releaseRungRequest>) {
    const { words } = body;
    return this.gateway.give(given, {
      body,
      texts: { words },
      command: (ref) => ({
        kind: 'release-rung',
        step: stepOf(given),
        ...(words !== undefined && { words: ref('words') }),
      }),
    });
  }

  @ActRoute('prepared-letter/decline', 'decline-rung')
  decline(@Given() given: GivenAct, @Body({ schema: declineRungRequest }) body: z.output<typeof declineRungRequest>) {
    return this.gateway.give(given, {
      body,
      texts: { reason: body.reason },
      command: (ref) => ({ kind: 'decline-rung', step: stepOf(given), reason: ref('reason') }),
    });
  }

  /** A step with occurrences by its key: for all of them. */
  @ActRoute('cadence', 'set-cadence')
  setCadence(@Given() given: GivenAct, @Body({ schema: setCadenceRequest }) body: z.output<typeof setCadenceRequest>) {
    return this.gateway.give(given, cadenceSet(stepOf(given), body));
  }

  @ActRoute('programme-cadence', 'reset-cadence')
  resetCadence(
    @Given() given: GivenAct,
    @Body({ schema: resetCadenceRequest }) body: z.output<typeof resetCadenceRequest>,
  ) {
    return this.gateway.give(given, cadenceSet(stepOf(given), body));
  }
}
