import {
  letterPreviewQuery,
  letterPreviewResponse,
  testLetter,
  testLetterRequest,
  type LetterPreviewResponse,
  type TestLetter,
} from '@citypath/contracts';
import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import type { KnownJourney } from '../journeys/journey-reader';
import { Seen } from '../journeys/seen.decorator';
import { Answers } from '../messages/answers';
import { Allow, runsJourney } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { LetterPreviewsService } from './letter-previews.service';
import { TestLettersService } from './test-letters.service';

/** What the letters of a city say, before any of them goes. */
@ApiTags('letters')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id')
export class LetterPreviewsController {
  constructor(
    private readonly previews: LetterPreviewsService,
    private readonly testLetters: TestLettersService,
  ) {}

  @Get('letter-previews')
  @Allow(runsJourney, { en: 'Look at what a letter says', zh: '预览信函内容' })
  @Answers(letterPreviewResponse)
  show(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Query({ schema: letterPreviewQuery }) query: z.output<typeof letterPreviewQuery>,
  ): Promise<LetterPreviewResponse> {
    return this.previews.show(journey, reader, query);
  }

  /** Sends such a letter to the one who asks, marked as a test, at once at any hour. */
  @Post('test-letters')
  @Allow(runsJourney, { en: 'Have a letter sent to oneself as a test', zh: '向本人发送测试信函' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same letter.' })
  @Answers(testLetter, 201)
  send(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Req() request: ApiRequest,
    @Body({ schema: testLetterRequest }) body: z.output<typeof testLetterRequest>,
  ): Promise<TestLetter> {
    return this.testLetters.ask(journey, reader, idempotencyKeyOf(request), body);
  }
}
