import type { Day } from '@citypath/calendar';
import {
  acknowledgeRequest,
  declineRungRequest,
  releaseRungRequest,
  resetCadenceRequest,
  setCadenceRequest,
} from '@citypath/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { AnswersCommand } from '../messages/answers';
import { Allow, may } from '../policies/policy';
import { cadenceSet } from './cadence-set';
import { stepOf } from './target-of';

/** What people do about the delay of a step: who is told of it, and how often its owner is reminded. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref')
export class LadderActsController {
  constructor(private readonly gateway: CommandGateway) {}

  @Post('acknowledgement')
  @Allow(may('acknowledge'))
  @AnswersCommand()
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

  @Post('prepared-letter/release')
  @Allow(may('release-rung'))
  @AnswersCommand()
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

  @Post('prepared-letter/decline')
  @Allow(may('decline-rung'))
  @AnswersCommand()
  decline(@Given() given: GivenAct, @Body({ schema: declineRungRequest }) body: z.output<typeof declineRungRequest>) {
    return this.gateway.give(given, {
      body,
      texts: { reason: body.reason },
      command: (ref) => ({ kind: 'decline-rung', step: stepOf(given), reason: ref('reason') }),
    });
  }

  /** A step with occurrences by its key: for all of them. */
  @Post('cadence')
  @Allow(may('set-cadence'))
  @AnswersCommand()
  setCadence(@Given() given: GivenAct, @Body({ schema: setCadenceRequest }) body: z.output<typeof setCadenceRequest>) {
    return this.gateway.give(given, cadenceSet(stepOf(given), body));
  }

  @Post('programme-cadence')
  @Allow(may('reset-cadence'))
  @AnswersCommand()
  resetCadence(
    @Given() given: GivenAct,
    @Body({ schema: resetCadenceRequest }) body: z.output<typeof resetCadenceRequest>,
  ) {
    return this.gateway.give(given, cadenceSet(stepOf(given), body));
  }
}
