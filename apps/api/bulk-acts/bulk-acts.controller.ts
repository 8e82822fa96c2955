import {
  bulkActJourneysQuery,
  bulkActJourneysResponse,
  bulkActRequest,
  bulkActResponse,
  bulkActsQuery,
  bulkActsResponse,
  bulkChoicesResponse,
  bulkDryRunResponse,
  bulkUndoRequest,
  type BulkActJourneysResponse,
  type BulkActResponse,
  type BulkActsResponse,
  type BulkChoicesResponse,
  type BulkDryRunResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { OnceKey } from '../commands/once-key.decorator';
import { Answers } from '../messages/answers';
import { actsOnMany, Allow } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { BulkActsService } from './bulk-acts.service';
import { BulkChoices } from './bulk-choices';

const ONE = { name: 'id', example: 'b-3f9c' };
const id = z.string().max(64);

/** One act upon many journeys: looked at first, then carried out one after the other, stopped and gone on with. */
@ApiTags('bulk-acts')
@Controller('api/v1/bulk-acts')
export class BulkActsController {
  constructor(
    private readonly service: BulkActsService,
    private readonly choices: BulkChoices,
  ) {}

  @Get()
  @Allow(actsOnMany, { en: 'List what was done to many cities at once', zh: '列出批量操作' })
  @Answers(bulkActsResponse)
  list(@Query({ schema: bulkActsQuery }) query: z.output<typeof bulkActsQuery>): Promise<BulkActsResponse> {
    return this.service.ofProgramme(query.programme);
  }

  /** Begins it, and does not wait for its end: ask at Location. */
  @Post()
  @Allow(actsOnMany, { en: 'Do one act to many cities', zh: '对多个城市执行同一操作' })
  @HttpCode(202)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same bulk act.' })
  @Answers(bulkActResponse, 202)
  async start(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @Body({ schema: bulkActRequest }) body: z.output<typeof bulkActRequest>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BulkActResponse> {
    const started = await this.service.start(reader, onceKey, body);
    response.setHeader('Location', `/api/v1/bulk-acts/${started.id}`);
    return started;
  }

  /** What the act would do to each, by the rules that will run. Nothing is changed. */
  @Post('dry-run')
  @Allow(actsOnMany, { en: 'Look at what one act would do to many cities', zh: '预览批量操作的影响' })
  @HttpCode(200)
  @Answers(bulkDryRunResponse)
  look(
    @AskedBy() reader: Reader,
    @Body({ schema: bulkActRequest }) body: z.output<typeof bulkActRequest>,
  ): Promise<BulkDryRunResponse> {
    return this.service.look(reader, body);
  }

  /** Steps and seats that such an act may name. */
  @Get('choices')
  @Allow(actsOnMany, { en: 'See what one act upon many cities may name', zh: '查看批量操作可选的步骤和职务' })
  @Answers(bulkChoicesResponse)
  mayName(@Query({ schema: bulkActsQuery }) query: z.output<typeof bulkActsQuery>): Promise<BulkChoicesResponse> {
    return this.choices.of(query.programme);
  }

  @Get(':id')
  @Allow(actsOnMany, { en: 'Look at a bulk act', zh: '查看批量操作' })
  @ApiParam(ONE)
  @Answers(bulkActResponse)
  one(@Param('id', { schema: id }) bulkActId: string): Promise<BulkActResponse> {
    return this.service.one(bulkActId);
  }

  /** What became of each city, in their order. */
  @Get(':id/journeys')
  @Allow(actsOnMany, { en: 'Look at the cities of a bulk act', zh: '查看批量操作中各城市的结果' })
  @ApiParam(ONE)
  @Answers(bulkActJourneysResponse)
  journeys(
    @AskedBy() reader: Reader,
    @Param('id', { schema: id }) bulkActId: string,
    @Query({ schema: bulkActJourneysQuery }) query: z.output<typeof bulkActJourneysQuery>,
  ): Promise<BulkActJourneysResponse> {
    return this.service.rows(reader, bulkActId, query);
  }

  /** Those under way are through when it is answered. */
  @Post(':id/stop')
  @Allow(actsOnMany, { en: 'Stop a bulk act', zh: '停止批量操作' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(bulkActResponse)
  stop(@AskedBy() reader: Reader, @Param('id', { schema: id }) bulkActId: string): Promise<BulkActResponse> {
    return this.service.stop(reader, bulkActId);
  }

  /** Goes on with the cities that are left, in the name of whoever started it. */
  @Post(':id/resume')
  @Allow(actsOnMany, { en: 'Go on with a bulk act', zh: '继续批量操作' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(bulkActResponse)
  resume(@AskedBy() reader: Reader, @Param('id', { schema: id }) bulkActId: string): Promise<BulkActResponse> {
    return this.service.resume(reader, bulkActId);
  }

  /** Takes it back where that is still possible, as a bulk act of its own. Ask at Location. */
  @Post(':id/undo')
  @Allow(actsOnMany, { en: 'Take a bulk act back', zh: '撤销批量操作' })
  @HttpCode(202)
  @ApiParam(ONE)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same bulk act.' })
  @Answers(bulkActResponse, 202)
  async undo(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @Param('id', { schema: id }) bulkActId: string,
    @Body({ schema: bulkUndoRequest }) body: z.output<typeof bulkUndoRequest>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BulkActResponse> {
    const started = await this.service.undo(reader, onceKey, bulkActId, body);
    response.setHeader('Location', `/api/v1/bulk-acts/${started.id}`);
    return started;
  }

  /** What taking it back would do to each. Nothing is changed. */
  @Post(':id/undo/dry-run')
  @Allow(actsOnMany, { en: 'Look at what taking a bulk act back would do', zh: '预览撤销批量操作的影响' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(bulkDryRunResponse)
  lookAtUndo(
    @AskedBy() reader: Reader,
    @Param('id', { schema: id }) bulkActId: string,
    @Body({ schema: bulkUndoRequest }) body: z.output<typeof bulkUndoRequest>,
  ): Promise<BulkDryRunResponse> {
    return this.service.lookAtUndo(reader, bulkActId, body);
  }
}
