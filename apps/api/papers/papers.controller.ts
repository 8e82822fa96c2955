import { paperId, paperKind, type PaperKind } from '@citypath/contracts';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { AnswersNothing } from '../messages/answers';
import { Allow, papersOneReads } from '../policies/policy';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PapersService } from './papers.service';

const MEDIA_TYPES: Record<PaperKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  heic: 'image/heic',
};

/** Papers that were handed in, for those who may see their step. */
@ApiTags('papers')
@Controller('api/v1/papers')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  /** Always as an attachment that is what it says: nothing that was handed in runs as a page of ours. */
  @Get(':id')
  @Allow(papersOneReads, { en: 'Read a paper', zh: '查看文件' })
  @ApiParam({ name: 'id', example: 'paper-0123456789abcdef0123456789abcdef' })
  @ApiProduces('application/octet-stream')
  @AnswersNothing()
  async download(@AskedBy() reader: Reader, @Param('id') id: string, @Res() response: Response): Promise<void> {
    if (!paperId.safeParse(id).success) throw new ProblemError('paper-unknown');
    const { paper, bytes } = await this.papers.read(reader, id);
    response.attachment(paper.name);
    response.type(MEDIA_TYPES[paperKind.parse(paper.kind)]);
    response.setHeader('Content-Length', String(paper.sizeBytes));
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    // The store may break off halfway: the connection is then cut, so that nobody takes a half for the whole.
    await pipeline(bytes, response).catch(() => response.destroy());
  }
}
