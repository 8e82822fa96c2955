import { gapsQuery, gapsResponse, type GapsResponse } from '@citypath/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, gapsOneReads } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { GapsService } from './gaps.service';

/** What would fail if nobody looked: who is missing in the chains of what is open. */
@ApiTags('needs')
@Controller('api/v1/gaps')
export class GapsController {
  constructor(private readonly gaps: GapsService) {}

  @Get()
  @Allow(gapsOneReads, { en: 'See who is missing in the chains of open steps', zh: '查看上报路径缺口' })
  @Answers(gapsResponse)
  list(
    @AskedBy() reader: Reader,
    @Query({ schema: gapsQuery }) query: z.output<typeof gapsQuery>,
  ): Promise<GapsResponse> {
    return this.gaps.list(reader, query);
  }
}
