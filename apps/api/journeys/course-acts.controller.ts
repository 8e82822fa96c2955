import { goToRequest, restartFromRequest } from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { plainActs } from './plain-acts';

/** Where a journey goes on, other than by itself. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref')
export class CourseActsController {
  constructor(private readonly gateway: CommandGateway) {}

  @ActRoute('go-to', 'go-to')
  goTo(@Given() given: GivenAct, @Body({ schema: goToRequest }) body: z.output<typeof goToRequest>) {
    return this.gateway.give(given, plainActs['go-to'](given, body));
  }

  @ActRoute('restart', 'restart-from')
  restart(@Given() given: GivenAct, @Body({ schema: restartFromRequest }) body: z.output<typeof restartFromRequest>) {
    return this.gateway.give(given, plainActs['restart-from'](given, body));
  }
}
