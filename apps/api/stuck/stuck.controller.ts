import {
  machineryResponse,
  stuckQuery,
  stuckResponse,
  type MachineryResponse,
  type StuckResponse,
} from '@citypath/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { administrator, Allow, gapsOneReads } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { MachineryService } from './machinery/machinery.service';
import { StuckService } from './stuck.service';

/** Why each running journey stands where it stands: of people, and of the machinery. */
@ApiTags('needs')
@Controller('api/v1/stuck')
export class StuckController {
  constructor(
    private readonly stuck: StuckService,
    private readonly machinery: MachineryService,
  ) {}

  @Get()
  @Allow(gapsOneReads, { en: 'See why each city stands where it stands', zh: '查看各城市停留的原因' })
  @Answers(stuckResponse)
  list(
    @AskedBy() reader: Reader,
    @Query({ schema: stuckQuery }) query: z.output<typeof stuckQuery>,
  ): Promise<StuckResponse> {
    return this.stuck.list(reader, query);
  }

  @Get('machinery')
  @Allow(administrator, { en: 'See what is wrong with the machinery', zh: '查看系统运行故障' })
  @Answers(machineryResponse)
  look(): Promise<MachineryResponse> {
    return this.machinery.look();
  }
}
