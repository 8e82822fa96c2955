import { needsQuery, needsResponse, type NeedsResponse } from '@citypath/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, oneself } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { NeedsService } from './needs.service';

/** What needs the one who asks, over all their seats and cities. */
@ApiTags('needs')
@Controller('api/v1/needs')
export class NeedsController {
  constructor(private readonly needs: NeedsService) {}

  @Get()
  @Allow(oneself, { en: 'See what needs oneself', zh: '查看本人待办事项' })
  @Answers(needsResponse)
  list(
    @AskedBy() reader: Reader,
    @Query({ schema: needsQuery }) query: z.output<typeof needsQuery>,
  ): Promise<NeedsResponse> {
    return this.needs.list(reader, query);
  }
}
