import { paperId, paperResponse, type PaperResponse } from '@citypath/contracts';
import { Controller, Delete, Head, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Answers, AnswersNothing } from '../messages/answers';
import { Allow, may } from '../policies/policy';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import { givenOf } from './given-of';
import { PaperRooms } from './paper-rooms';
import { PapersService } from './papers.service';

/**
 * Files for a step, by the tus protocol (https://tus.io, 1.0.0): POST begins one, with its length and the metadata
 * `evidence` and `filename`; PATCH sends bytes, HEAD asks how far it got, DELETE gives it up. PUT makes a paper of it
 * once it is whole; until then nobody but those who may hand in the step knows of it.
 */
@ApiTags('papers')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref/papers')
export class UploadsController {
  constructor(
    private readonly rooms: PaperRooms,
    private readonly papers: PapersService,
  ) {}

  @Post()
  @Allow(may('submit'), { en: 'Begin to upload a file', zh: '开始上传文件' })
  @AnswersNothing()
  begin(@Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.answer(request, response);
  }

  @Patch(':upload')
  @Allow(may('submit'), { en: 'Send the bytes of a file', zh: '上传文件内容' })
  @AnswersNothing()
  send(@Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.answer(request, response);
  }

  @Head(':upload')
  @Allow(may('submit'), { en: 'Ask how far an upload got', zh: '查询上传进度' })
  @AnswersNothing()
  ask(@Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.answer(request, response);
  }

  @Delete(':upload')
  @Allow(may('submit'), { en: 'Give an upload up', zh: '取消上传' })
  @AnswersNothing()
  giveUp(@Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.answer(request, response);
  }

  @Put(':upload')
  @Allow(may('submit'), { en: 'Make a paper of an upload', zh: '完成上传' })
  @Answers(paperResponse)
  async finish(@Req() request: ApiRequest, @Param('upload') upload: string): Promise<PaperResponse> {
    const id = paperId.safeParse(upload);
    if (!id.success) throw new ProblemError('upload-unknown');
    return { paper: await this.papers.finish(givenOf(request), id.data) };
  }

  private async answer(request: ApiRequest, response: Response): Promise<void> {
    const { uploads } = await this.rooms.open();
    await uploads.answer(request, givenOf(request), response);
  }
}
