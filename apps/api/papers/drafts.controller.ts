import {
  draftResponse,
  putDraftRequest,
  putDraftResponse,
  type DraftResponse,
  type PutDraftResponse,
} from '@citypath/contracts';
import { Body, Controller, Delete, Get, HttpCode, Put, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers, AnswersNothing } from '../messages/answers';
import { Allow, may } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import { DraftsService } from './drafts.service';
import { givenOf } from './given-of';

/** The form of a step while it is being filled in: shared by all who may hand it in. */
@ApiTags('papers')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref/draft')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @Allow(may('submit'), { en: 'Read the draft of a step', zh: '查看步骤草稿' })
  @Answers(draftResponse)
  read(@Req() request: ApiRequest): Promise<DraftResponse> {
    return this.drafts.read(givenOf(request));
  }

  /** Saves over the version that was seen, and over no other. */
  @Put()
  @Allow(may('submit'), { en: 'Save the draft of a step', zh: '保存步骤草稿' })
  @Answers(putDraftResponse)
  async save(
    @Req() request: ApiRequest,
    @Body({ schema: putDraftRequest }) body: z.output<typeof putDraftRequest>,
  ): Promise<PutDraftResponse> {
    return { version: await this.drafts.save(givenOf(request), body) };
  }

  @Delete()
  @HttpCode(204)
  @Allow(may('submit'), { en: 'Throw the draft of a step away', zh: '删除步骤草稿' })
  @AnswersNothing()
  forget(@Req() request: ApiRequest): Promise<void> {
    return this.drafts.forget(givenOf(request));
  }
}
