import {
  journeyId,
  runActRequest,
  runActResponse,
  runDryRunResponse,
  type RunActResponse,
  type RunDryRunResponse,
} from '@citypath/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { OnceKey } from '../commands/once-key.decorator';
import { SeenInDryRun } from '../commands/seen-in-dry-run.decorator';
import { Answers } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { RunsService } from './runs.service';

const MATCH = { name: 'If-Match', required: false, description: 'What a dry run gave as `seen`, in quotes.' };
const KEY = { name: 'Idempotency-Key', required: true, description: 'The same key is the same act.' };
type Asked = z.output<typeof runActRequest>;

/** Acts upon the workflow of a journey, not upon the journey itself: what mends the machinery. */
@ApiTags('health')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id/run')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  /** The workflow starts again from the journal of the journey, and stands where that stands. No letter goes twice. */
  @Post('rebuild')
  @HttpCode(200)
  @ApiHeader(KEY)
  @ApiHeader(MATCH)
  @Allow(administrator, { en: 'Rebuild the workflow of a city from its journal', zh: '根据记录重建城市流程' })
  @Answers(runActResponse)
  rebuild(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @SeenInDryRun() seen: string | null,
    @Param('id', { schema: journeyId }) id: string,
    @Body({ schema: runActRequest }) { reason }: Asked,
  ): Promise<RunActResponse> {
    return this.runs.rebuild({ reader, onceKey, journeyId: id, reason, seen });
  }

  /** The workflow ends at once, whatever it is at. The journey stays as it is recorded, and can be rebuilt. */
  @Post('terminate')
  @HttpCode(200)
  @ApiHeader(KEY)
  @ApiHeader(MATCH)
  @Allow(administrator, { en: 'End the workflow of a city', zh: '终止城市流程' })
  @Answers(runActResponse)
  terminate(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @SeenInDryRun() seen: string | null,
    @Param('id', { schema: journeyId }) id: string,
    @Body({ schema: runActRequest }) { reason }: Asked,
  ): Promise<RunActResponse> {
    return this.runs.terminate({ reader, onceKey, journeyId: id, reason, seen });
  }

  /** What fails is tried again at once: facts that could not be recorded, and a read model that is behind. */
  @Post('retry')
  @HttpCode(200)
  @ApiHeader(KEY)
  @ApiHeader(MATCH)
  @Allow(administrator, { en: 'Have tried again now what fails of a city', zh: '立即重试城市的失败操作' })
  @Answers(runActResponse)
  retry(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @SeenInDryRun() seen: string | null,
    @Param('id', { schema: journeyId }) id: string,
    @Body({ schema: runActRequest }) { reason }: Asked,
  ): Promise<RunActResponse> {
    return this.runs.retry({ reader, onceKey, journeyId: id, reason, seen });
  }

  /** What the act would do. Nothing is changed. */
  @Post('rebuild/dry-run')
  @HttpCode(200)
  @Allow(administrator, { en: 'Look at what a rebuild of a workflow would do', zh: '预览重建流程的影响' })
  @Answers(runDryRunResponse)
  lookRebuild(@Param('id', { schema: journeyId }) id: string): Promise<RunDryRunResponse> {
    return this.runs.look('rebuild', id);
  }

  /** What the act would do. Nothing is changed. */
  @Post('terminate/dry-run')
  @HttpCode(200)
  @Allow(administrator, { en: 'Look at what ending a workflow would do', zh: '预览终止流程的影响' })
  @Answers(runDryRunResponse)
  lookTerminate(@Param('id', { schema: journeyId }) id: string): Promise<RunDryRunResponse> {
    return this.runs.look('terminate', id);
  }

  /** What the act would do. Nothing is changed. */
  @Post('retry/dry-run')
  @HttpCode(200)
  @Allow(administrator, { en: 'Look at what would be tried again', zh: '预览立即重试的影响' })
  @Answers(runDryRunResponse)
  lookRetry(@Param('id', { schema: journeyId }) id: string): Promise<RunDryRunResponse> {
    return this.runs.look('retry', id);
  }
}
