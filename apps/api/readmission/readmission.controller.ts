import { readmitRequest } from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { plainActs } from '../journeys/plain-acts';
import { ActRoute } from '../messages/answers';
import { Readmissions } from './readmissions';

/** A city that withdrew or has finished goes on where it stood. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id')
export class ReadmissionController {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly readmissions: Readmissions,
  ) {}

  @ActRoute('readmission', 'readmit')
  readmit(@Given() given: GivenAct, @Body({ schema: readmitRequest }) body: z.output<typeof readmitRequest>) {
    return this.gateway.give(given, plainActs.readmit(given, body), (request) =>
      this.readmissions.begin(given.journey, request),
    );
  }
}
